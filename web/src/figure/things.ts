/** Furniture, weights and cords: hulls of balls in the world. */
import {
  BufferGeometry,
  CylinderGeometry,
  Float32BufferAttribute,
  Matrix4,
  Mesh,
  type Material,
  Quaternion,
  SphereGeometry,
  Vector3,
} from "three";
import { ConvexHull } from "three/examples/jsm/math/ConvexHull.js";
import { type HullBall, directions, sampleHull } from "./hull";
import type { Ball, Shape } from "./motion";

const ways = directions(60);

const middleOf = (balls: readonly Ball[]): Vector3 =>
  balls
    .reduce((sum, b) => sum.add(new Vector3(...b.at_m)), new Vector3())
    .divideScalar(balls.length || 1);

/** A rounded hull, its corners smooth, its faces flat. */
function hullGeometry(balls: readonly Ball[]): BufferGeometry {
  const middle = middleOf(balls);
  const local: HullBall[] = balls.map((b) => ({
    x: b.at_m[0] - middle.x,
    y: b.at_m[1] - middle.y,
    z: b.at_m[2] - middle.z,
    r: b.radius_m,
  }));
  const samples = sampleHull(local, ways);
  const normals = new Map<string, Vector3>();
  const key = (v: Vector3): string => `${v.x.toFixed(6)} ${v.y.toFixed(6)} ${v.z.toFixed(6)}`;
  const points = samples.map((sample) => {
    const point = new Vector3(...sample.at);
    normals.set(key(point), new Vector3(...sample.normal));
    return point;
  });
  const hull = new ConvexHull().setFromPoints(points);
  const at: number[] = [];
  const out: number[] = [];
  for (const face of hull.faces) {
    let edge = face.edge;
    const corners: Vector3[] = [];
    do {
      corners.push(edge.head().point);
      edge = edge.next;
    } while (edge !== face.edge);
    const area = new Vector3()
      .crossVectors(
        new Vector3().subVectors(corners[1]!, corners[0]!),
        new Vector3().subVectors(corners[2]!, corners[0]!),
      )
      .length();
    for (let i = 1; i + 1 < corners.length; ++i) {
      for (const corner of [corners[0]!, corners[i]!, corners[i + 1]!]) {
        at.push(corner.x, corner.y, corner.z);
        const normal = area > 1e-4 ? face.normal : (normals.get(key(corner)) ?? face.normal);
        out.push(normal.x, normal.y, normal.z);
      }
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new Float32BufferAttribute(at, 3));
  geometry.setAttribute("normal", new Float32BufferAttribute(out, 3));
  return geometry;
}

/** A thing on the stage that can follow its balls. */
export interface Thing {
  mesh: Mesh;
  follow(at: ArrayLike<number>): void;
}

const up = new Vector3(0, 1, 0);

/** A rod between two balls, as long as they are apart. */
function rod(shape: Shape, material: Material): Thing {
  const radius = Math.max(...shape.balls.map((b) => b.radius_m));
  const mesh = new Mesh(new CylinderGeometry(radius, radius, 1, 16), material);
  for (const end of [-0.5, 0.5]) {
    const cap = new Mesh(new SphereGeometry(radius, 16, 10), material);
    cap.position.y = end;
    mesh.add(cap);
  }
  const follow = (at: ArrayLike<number>): void => {
    const a = new Vector3(at[0], at[1], at[2]);
    const b = new Vector3(at[3], at[4], at[5]);
    const way = b.clone().sub(a);
    const length = Math.max(1e-4, way.length());
    mesh.position.copy(a).addScaledVector(way, 0.5);
    mesh.quaternion.setFromUnitVectors(up, way.divideScalar(length));
    mesh.scale.set(1, length, 1);
    for (const cap of mesh.children) cap.scale.set(1, 1 / length, 1);
  };
  return { mesh, follow };
}

/** The three balls that tell best how a shape is turned. */
function corners(balls: readonly Ball[]): [number, number, number] {
  const at = balls.map((b) => new Vector3(...b.at_m));
  const far = (score: (v: Vector3) => number): number =>
    at.reduce((best, v, i) => (score(v) > score(at[best]!) ? i : best), 0);
  const b = far((v) => v.distanceTo(at[0]!));
  const line = at[b]!.clone().sub(at[0]!).normalize();
  const c = far((v) => v.clone().sub(at[0]!).cross(line).length());
  return [0, b, c];
}

function frame(at: ArrayLike<number>, [a, b, c]: [number, number, number]): Quaternion {
  const p = (i: number): Vector3 => new Vector3(at[3 * i], at[3 * i + 1], at[3 * i + 2]);
  const x = p(b).sub(p(a)).normalize();
  const z = x.clone().cross(p(c).sub(p(a))).normalize();
  return new Quaternion().setFromRotationMatrix(new Matrix4().makeBasis(x, z.clone().cross(x), z));
}

/** A stiff shape of many balls. */
function solid(shape: Shape, material: Material): Thing {
  const mesh = new Mesh(hullGeometry(shape.balls), material);
  mesh.position.copy(middleOf(shape.balls));
  const three = corners(shape.balls);
  const first = frame(
    shape.balls.flatMap((b) => [...b.at_m]),
    three,
  ).invert();
  const follow = (at: ArrayLike<number>): void => {
    mesh.position.set(0, 0, 0);
    const count = at.length / 3;
    for (let i = 0; i < count; ++i) {
      mesh.position.x += at[3 * i]! / count;
      mesh.position.y += at[3 * i + 1]! / count;
      mesh.position.z += at[3 * i + 2]! / count;
    }
    mesh.quaternion.copy(frame(at, three)).multiply(first);
  };
  return { mesh, follow };
}

export function thingOf(shape: Shape, material: Material): Thing {
  if (shape.balls.length > 2) return solid(shape, material);
  const thing = rod(shape, material);
  const [a, b] = [shape.balls[0]!, shape.balls[1] ?? shape.balls[0]!];
  thing.follow([...a.at_m, ...b.at_m]);
  return thing;
}
