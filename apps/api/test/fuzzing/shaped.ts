import fc from 'fast-check';

/** Json is anything that a body can be. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Shape {
  readonly type?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** ID stands for some id of a house; who sends the request puts one in. */
export const ID = '@id';

const LONGEST_TEXT = 40;
const MOST_ITEMS = 3;
const IS_DAY = /(On|Date|^from|^to|^on|^day|asOf)$/;
const DAY = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });

/** shaped makes values of a JSON Schema as the contract draws them: mostly such as are accepted by their form. */
export function shaped(schema: object): fc.Arbitrary<Json> {
  const shape = schema as Shape;
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return fc.oneof(...choices.map(shaped));
  switch (shape.type) {
    case 'object':
      return objectOf(shape);
    case 'array':
      return fc.array(shaped(shape.items ?? {}), { minLength: shape.minItems ?? 0, maxLength: MOST_ITEMS });
    case 'string':
      return textOf(shape);
    case 'integer':
      return fc.integer({ min: shape.minimum ?? -2, max: Math.min(shape.maximum ?? 1_000, 2 ** 31 - 1) });
    case 'number':
      return fc.double({ min: shape.minimum ?? -1e6, max: shape.maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
  }
}

function objectOf({ properties = {}, required = [] }: Shape): fc.Arbitrary<Json> {
  const parts = Object.fromEntries(
    Object.entries(properties).map(([key, inner]) => [key, IS_DAY.test(key) ? dayOr(inner) : shaped(inner)]),
  );
  return fc.record(parts, { requiredKeys: required.filter((key) => key in parts) });
}

/** A schema does not say of a text that it has to be a day; its name does. */
function dayOr(shape: Shape): fc.Arbitrary<Json> {
  const text = DAY.map((day) => day.toISOString().slice(0, 10));
  return shape.type === 'string' ? text : fc.oneof(text, shaped(shape));
}

function textOf({ pattern, minLength = 0, maxLength = LONGEST_TEXT }: Shape): fc.Arbitrary<Json> {
  if (pattern?.includes('[0-9a-f]{8}-')) return fc.oneof({ weight: 9, arbitrary: fc.constant(ID) }, fc.uuid());
  if (pattern !== undefined && pattern.length < 100) return fc.stringMatching(new RegExp(pattern));
  if (pattern !== undefined) return DAY.map((day) => day.toISOString());
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, LONGEST_TEXT) });
}
