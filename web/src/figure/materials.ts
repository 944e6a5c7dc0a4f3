/** How things are painted: matte, with outlines and the lines of fibers. */
import {
  BackSide,
  DoubleSide,
  MeshBasicMaterial,
  MeshLambertMaterial,
  NotEqualStencilFunc,
  ReplaceStencilOp,
  type Vector4,
} from "three";

export interface Inks {
  skin: string;
  line: string;
  floor: string;
  furniture: string;
  load: string;
  cord: string;
  shadow: number; // how dark
  ambient: number;
}

export const lightInks: Inks = {
  skin: "#f3ebe0",
  line: "#8f8474",
  floor: "#f1ebe1",
  furniture: "#cfd3d0",
  load: "#4a5356",
  cord: "#1f5a6b",
  shadow: 0.13,
  ambient: 1.1,
};

export const darkInks: Inks = {
  skin: "#e9dfd1",
  line: "#0d1112",
  floor: "#232a2d",
  furniture: "#56625f",
  load: "#9aa5a6",
  cord: "#7fc1d0",
  shadow: 0.45,
  ambient: 0.75,
};

/** A line around the body: its inside, somewhat larger. */
export function outlineMaterial(): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ side: BackSide });
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader.replace(
      "#include <begin_vertex>",
      "vec3 transformed = position + 0.0028 * normal;",
    );
  };
  return material;
}

/** A shadow: the body pressed flat onto the floor. */
export function shadowMaterial(): MeshBasicMaterial {
  const material = new MeshBasicMaterial({
    color: "#000000",
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    // Once on each place, however many layers of the body lie over it.
    stencilWrite: true,
    stencilRef: 1,
    stencilFunc: NotEqualStencilFunc,
    stencilZPass: ReplaceStencilOp,
  });
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader.replace(
      "#include <project_vertex>",
      `vec4 mvPosition = modelMatrix * vec4(transformed, 1.0);
      mvPosition.xz += max(0.0, mvPosition.y) * vec2(0.16, -0.2);
      mvPosition.y = 0.004;
      mvPosition = viewMatrix * mvPosition;
      gl_Position = projectionMatrix * mvPosition;`,
    );
  };
  return material;
}

/** What hides the body lets it shine through. */
export const furnitureMaterial = (): MeshLambertMaterial =>
  new MeshLambertMaterial({ transparent: true, opacity: 0.72 });

/** Bands of fibers, each in the tint of its muscle. */
export function bandMaterial(tints: Vector4[]): MeshLambertMaterial {
  const material = new MeshLambertMaterial({ transparent: true, side: DoubleSide });
  const count = Math.max(1, tints.length);
  material.customProgramCacheKey = () => `bands of ${count}`;
  material.onBeforeCompile = (shader) => {
    shader.uniforms["tints"] = { value: tints };
    shader.vertexShader = `attribute float muscleIndex;
attribute float across;
attribute float along;
uniform vec4 tints[${count}];
varying vec4 tint;
varying vec2 place;
${shader.vertexShader.replace(
  "#include <begin_vertex>",
  `#include <begin_vertex>
  tint = tints[int(muscleIndex + 0.5)];
  place = vec2(across, along);`,
).replace(
  "#include <project_vertex>",
  `#include <project_vertex>
  // Somewhat nearer to the eye, so that skin that bends does not come through.
  float nearer = 1.0 - 0.008 / length(mvPosition.xyz);
  gl_Position = projectionMatrix * vec4(mvPosition.xyz * nearer, 1.0);`,
)}`;
    shader.fragmentShader = `varying vec4 tint;
varying vec2 place;
${shader.fragmentShader.replace(
  "#include <color_fragment>",
  `#include <color_fragment>
  float width = fwidth(place.x);
  float fiber = abs(fract(place.x * 2.5) - 0.5) * 2.0;
  float fine = 1.0 - smoothstep(0.25, 0.6, width * 2.5);
  float lines = fine * smoothstep(0.62, 1.0, fiber);
  float rim = smoothstep(0.8, 1.0, abs(place.x));
  diffuseColor.rgb = tint.rgb * (1.0 - 0.16 * lines - 0.22 * rim);
  float ends = smoothstep(0.0, 0.06, place.y) * smoothstep(0.0, 0.06, 1.0 - place.y);
  diffuseColor.a = tint.a * mix(0.35, 1.0, ends);`,
)}`;
  };
  return material;
}
