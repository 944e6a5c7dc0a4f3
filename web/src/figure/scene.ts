/** The stage: a figure, what it stands on and what it holds, drawn when something changed. */
import {
  AmbientLight,
  Bone,
  BufferAttribute,
  BufferGeometry,
  Color,
  DirectionalLight,
  Group,
  type Material,
  Matrix4,
  Mesh,
  PerspectiveCamera,
  Scene,
  Skeleton,
  SkinnedMesh,
  Vector3,
  Vector4,
} from "three";
import { type Look, wayOf } from "./camera";
import type { Bands, Easel } from "./easel";
import type { Figure } from "./make";
import type { Inks } from "./materials";
import { type Moment, type MotionDocument, type Vec3, momentAt, turned } from "./motion";
import { colorAt, rampShare } from "./ramp";
import { type Thing, thingOf } from "./things";

const opening = 24; // of the camera [degrees]

/** Where the ends of the body lie on their segments. */
const ends: Record<string, Vec3> = {
  head: [0.03, 0.2, 0],
  hand: [0, -0.1, 0],
  foot: [0.12, -0.02, 0],
};

function geometryOf(rows: Record<string, [ArrayLike<number>, number]>, index: Uint32Array) {
  const geometry = new BufferGeometry();
  for (const [name, [row, size]] of Object.entries(rows)) {
    geometry.setAttribute(name, new BufferAttribute(row as Float32Array, size));
  }
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
}

export class Stage {
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(opening, 1, 0.05, 40);
  private readonly bones: Bone[];
  private readonly held: Thing[];
  private readonly bands: Bands;
  private readonly middle = new Vector3();
  private readonly room: Vector4[] = []; // places and the space around them
  private readonly floor: Mesh | undefined;
  private readonly ambient = new AmbientLight("#fffaf4");

  constructor(
    private readonly easel: Easel,
    private readonly motion: MotionDocument,
    figure: Figure,
    inks: Inks,
  ) {
    this.light();
    this.bones = figure.pose.map((placed) => {
      const bone = new Bone();
      bone.position.set(...placed.at_m);
      const [w, x, y, z] = placed.turn;
      bone.quaternion.set(x, y, z, w);
      bone.updateMatrixWorld();
      return bone;
    });
    this.bands = easel.bandsOf(motion.muscles.length);
    this.addBody(figure);
    const { floor, furniture, load, cord } = easel.paints;
    const matter = { floor, furniture, load, plate: load, cord };
    const place = (thing: Thing): Thing => {
      this.scene.add(thing.mesh);
      return thing;
    };
    for (const shape of motion.furniture) {
      const thing = place(thingOf(shape, matter[shape.of]));
      thing.mesh.renderOrder = shape.of === "furniture" ? 5 : 0;
      if (shape.of === "floor") this.floor ??= thing.mesh;
    }
    this.held = (motion.instants[0]?.held ?? []).map((shape) =>
      place(thingOf(shape, matter[shape.of])),
    );
    this.measure();
    this.paint(inks);
    this.pose(0);
  }

  /** In the inks of a light page or a dark one. */
  paint(inks: Inks): void {
    this.easel.ink(inks);
    this.ambient.intensity = inks.ambient;
  }

  private light(): void {
    const key = new DirectionalLight("#fffaf3", 1.75);
    key.position.set(-1.5, 4, 2);
    const fill = new DirectionalLight("#eef1f5", 0.6);
    fill.position.set(2, 1, -3);
    const front = new DirectionalLight("#ffffff", 0.5);
    this.camera.add(front);
    this.scene.add(this.ambient, key, fill, this.camera);
  }

  private addBody(figure: Figure): void {
    const skeleton = new Skeleton(this.bones);
    const { skin, strands } = figure;
    const rows = (mesh: typeof skin): Record<string, [ArrayLike<number>, number]> => ({
      position: [mesh.at, 3],
      normal: [mesh.out, 3],
      skinIndex: [mesh.segments, 4],
      skinWeight: [mesh.weights, 4],
    });
    const body = new Group();
    body.add(...this.bones);
    const skinGeometry = geometryOf(rows(skin), skin.index);
    const add = (geometry: BufferGeometry, material: Material, order: number): void => {
      const mesh = new SkinnedMesh(geometry, material);
      mesh.frustumCulled = false;
      mesh.renderOrder = order;
      mesh.bind(skeleton, new Matrix4());
      body.add(mesh);
    };
    const { paints } = this.easel;
    add(skinGeometry, paints.skin, 1);
    add(skinGeometry, paints.line, 2);
    add(skinGeometry, paints.shadow, 0);
    const bands = geometryOf(
      {
        ...rows(strands),
        muscleIndex: [strands.muscle, 1],
        across: [strands.across, 1],
        along: [strands.along, 1],
      },
      strands.index,
    );
    add(bands, this.bands.material, 3);
    this.scene.add(body);
  }

  /** The room that everything needs in all instants. */
  private measure(): void {
    const low = new Vector3(Infinity, Infinity, Infinity);
    const high = low.clone().negate();
    const hold = (at: readonly number[], r: number): void => {
      const point = new Vector3(...at);
      this.room.push(new Vector4(point.x, point.y, point.z, r));
      low.min(point.clone().subScalar(r));
      high.max(point.clone().addScalar(r));
    };
    for (const instant of this.motion.instants) {
      for (const placed of instant.segments) hold(placed.at_m, 0.1);
      this.motion.segments.forEach((segment, i) => {
        const placed = instant.segments[i]!;
        const end = ends[segment.replace(/_[rl]$/, "")];
        if (!end) return;
        const way = turned(placed.turn, end);
        hold(placed.at_m.map((v, k) => v + way[k]!), 0.11);
      });
      for (const shape of instant.held) {
        if (shape.of === "cord") continue;
        for (const ball of shape.balls) hold(ball.at_m, ball.radius_m);
      }
    }
    for (const shape of this.motion.furniture) {
      if (shape.of !== "furniture") continue;
      for (const ball of shape.balls) hold(ball.at_m, ball.radius_m);
    }
    this.middle.addVectors(low, high).multiplyScalar(0.5);
  }

  /** Everything to its place between two instants. */
  pose(place: number): void {
    const moment: Moment = momentAt(this.motion, place);
    this.bones.forEach((bone, i) => {
      bone.position.set(moment.at[3 * i]!, moment.at[3 * i + 1]!, moment.at[3 * i + 2]!);
      bone.quaternion.set(
        moment.turn[4 * i + 1]!,
        moment.turn[4 * i + 2]!,
        moment.turn[4 * i + 3]!,
        moment.turn[4 * i]!,
      );
    });
    this.held.forEach((thing, i) => {
      const at = moment.held[i];
      if (!at) return;
      thing.follow(at.length > 3 ? at : [...at, ...at]);
    });
    const color = new Color();
    this.bands.tints.forEach((tint, i) => {
      const share = rampShare(moment.activation?.[i] ?? 0);
      const [r, g, b] = colorAt(share);
      color.setRGB(r / 255, g / 255, b / 255, "srgb");
      tint.set(color.r, color.g, color.b, Math.min(1, 0.25 + 1.9 * share));
    });
  }

  /** Sizes in pixels of the page, of which each has `detail` of the screen. */
  resize(width: number, height: number, detail: number): void {
    this.easel.renderer.setPixelRatio(detail);
    this.easel.renderer.setSize(width, height, false);
    this.camera.aspect = width / Math.max(1, height);
    this.camera.updateProjectionMatrix();
  }

  draw(look: Look): void {
    const way = new Vector3(...wayOf(look));
    const right = new Vector3(-Math.sin(look.yaw), 0, Math.cos(look.yaw));
    const up = new Vector3().crossVectors(way, right);
    const tangent = Math.tan((opening * Math.PI) / 360);
    // Far enough that all of the room is in the picture.
    let distance = 0.5;
    for (const point of this.room) {
      const to = new Vector3(point.x, point.y, point.z).sub(this.middle);
      const high = (Math.abs(to.dot(up)) + point.w) / tangent;
      const wide = (Math.abs(to.dot(right)) + point.w) / (tangent * this.camera.aspect);
      distance = Math.max(distance, to.dot(way) + Math.max(high, wide));
    }
    distance /= look.zoom;
    // Who comes nearer wants to see the back.
    const near = Math.min(1, Math.max(0, look.zoom - 1));
    const target = this.middle.clone();
    const thorax = this.bones[this.motion.segments.indexOf("thorax")];
    if (thorax) {
      const chest = new Vector3(0, 0.1, 0).applyQuaternion(thorax.quaternion);
      target.lerp(chest.add(thorax.position), near);
    }
    this.camera.position.copy(target).addScaledVector(way, distance);
    this.camera.lookAt(target);
    if (this.floor) this.floor.visible = this.camera.position.y > 0;
    this.easel.renderer.render(this.scene, this.camera);
  }

  dispose(): void {
    this.scene.traverse((one) => {
      if (one instanceof Mesh) one.geometry.dispose();
      if (one instanceof SkinnedMesh) one.skeleton.dispose();
    });
  }
}
