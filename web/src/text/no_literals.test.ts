import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

// What a person reads stands in the catalog: no page or part has words of its own.

const source = join(import.meta.dirname, "..");
const isLetters = (text: string): boolean => /\p{L}/u.test(text);
const read = /^(aria-label|aria-description|aria-valuetext|alt|title|placeholder|label|heading|unit|sentence|closeText)$/;

/** The texts that an expression may come to, as far as they are written in it. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      node.head.text,
      ...node.templateSpans.flatMap(({ expression, literal }) => [
        literal.text,
        ...textsOf(expression),
      ]),
    ];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isConditionalExpression(node))
    return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  const joins = /^(&&|\|\||\?\?|\+)$/;
  if (ts.isBinaryExpression(node) && joins.test(node.operatorToken.getText()))
    return [...textsOf(node.left), ...textsOf(node.right)];
  return [];
}

function textsIn(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text];
  if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
    return textsOf(node.expression);
  if (ts.isJsxAttribute(node) && read.test(node.name.getText())) {
    const value = node.initializer;
    if (value && ts.isStringLiteral(value)) return [value.text];
    if (value && ts.isJsxExpression(value) && value.expression) return textsOf(value.expression);
  }
  return [];
}

/** Words in `code`, each with its line. */
function literals(name: string, code: string): string[] {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    for (const text of textsIn(node).filter(isLetters)) found.push(`${name}:${line}: ${text.trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test("a page says only what the catalog says", () => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" });
  const pages = files.filter((name) => name.endsWith(".tsx"));
  expect(pages.length).toBeGreaterThan(40);
  const found = pages.flatMap((name) => literals(name, readFileSync(join(source, name), "utf8")));
  expect(found).toEqual([]);
});

test("words are found wherever they may be written", () => {
  const words = (code: string) => literals("a.tsx", code).length;
  expect(words("const a = <p>Hello</p>;")).toBe(1);
  expect(words("const a = <p>{b ? 'yes' : `${c} of`}</p>;")).toBe(2);
  expect(words("const a = <p>{b && ('so' + c)}</p>;")).toBe(1);
  expect(words("const a = <img alt='A figure' title={`of ${b}`} />;")).toBe(2);
  expect(words("const a = <p class='soft' aria-label={b}>{b.c} – {'·'}</p>;")).toBe(0);
  expect(words("const a = <p>{b === 'metric' && c}</p>;")).toBe(0);
});
