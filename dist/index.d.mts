/**
 * Madrigal as a library: text in, values out. Nothing here reads a file, a clock or the environment, and nothing writes.
 *
 * The usual way through: `parsePack` and `parseProfile` read what people wrote, `wantedDecisions` judges it and
 * makes the records, and `planChanges` compares them with the files that are there. docs/library.md has a program.
 */

import * as z from 'zod/mini';

import type { ZodMiniString as ZS, ZodMiniOptional as ZO, ZodMiniArray as ZA, ZodMiniObject as ZB } from 'zod/mini';

type ValueKind = 'nothing' | 'text' | 'number' | 'whole-number' | 'true-or-false' | 'list' | 'map' | 'text-or-list' | 'text-or-map' | 'true-or-false-or-id' | 'two-numbers' | 'condition';

declare const textFormats: readonly ['id', 'date', 'https-url', 'one-line', 'plain-text', 'sentence', 'clause', 'bare-value', 'dependency', 'sha256'];

type TextFormat = (typeof textFormats)[number];

type ReferenceKind = 'option' | 'driver' | 'fact' | 'source' | 'criterion' | 'component' | 'rule';

type Written = string | number | boolean | readonly string[] | null;

type Fate = {
	readonly kind: 'becomes';
	readonly fact: string;
	readonly answer: Written;
} | {
	readonly kind: 'asked-anew';
	readonly fact: string;
}
| {
	readonly kind: 'beside';
	readonly fact: string;
} | {
	readonly kind: 'gone';
};

type NoArguments = Readonly<Record<string, never>>;

interface ArgumentsByCode {
	'file-missing': NoArguments;
	'is-a-directory': NoArguments;
	'not-readable': {
		readonly what: 'file' | 'folder';
		readonly reason: string;
	};
	'not-writable': {
		readonly reason: string;
	};
	'wrong-record': NoArguments;
	'profile-missing': Readonly<{
		below: readonly string[];
		misnamed: string | null;
	}>;
	'outside-repository': {
		readonly path: string;
	};
	'inside-git': {
		readonly path: string;
	};
	'several-folders': {
		readonly folders: readonly string[];
	};
	'special-file': {
		readonly kind: 'named pipe' | 'socket' | 'device';
	};
	'wrong-template': {
		readonly reason: string;
	};
	'wrong-date': {
		readonly found: string;
	};
	'wrong-assignment': {
		readonly found: string;
	};
	'file-too-large': {
		readonly bytes: number;
		readonly limit: number;
	};
	'wrong-encoding': {
		readonly encoding: 'UTF-16' | 'UTF-32';
	};
	'invalid-utf-8': {
		readonly byte: number;
	};
	'nul-byte': NoArguments;
	'control-character': {
		readonly codePoint: number;
	};
	'empty-document': NoArguments;
	'second-document': NoArguments;
	'yaml-syntax': Readonly<{
		problem: string;
		unquoted?: Readonly<{
			key: string;
			text: string;
		}>;
	}>;
	'tab-indentation': NoArguments;
	'duplicate-key': {
		readonly key: string;
	};
	'unknown-tag': {
		readonly tag: string;
	};
	'merge-key': NoArguments;
	'unknown-anchor': {
		readonly anchor: string;
	};
	'too-deep': {
		readonly limit: number;
	};
	'too-many-aliases': {
		readonly limit: number;
	};
	'unknown-key': {
		readonly key: string;
		readonly nearest: string | null;
		readonly allowed: readonly string[];
		readonly below?: string;
		readonly instead?: string;
	};
	'missing-key': Readonly<{
		key: string;
		or?: readonly string[];
	}>;
	'wrong-type': Readonly<{
		expected: ValueKind;
		found: ValueKind;
		written: string;
		instead?: string;
	}>;
	'unknown-value': Readonly<{
		value: string;
		nearest: string | null;
		allowed: readonly string[];
	}>;
	'empty-text': NoArguments;
	'text-too-long': {
		readonly limit: number;
	};
	'number-out-of-range': Readonly<{
		found: number;
		minimum: number | null;
		maximum: number | null;
	}>;
	'too-few-items': {
		readonly minimum: number;
	};
	'too-many-items': {
		readonly maximum: number;
	};
	'too-many-options': {
		readonly maximum: number;
	};
	'duplicate-item': {
		readonly item: string;
	};
	'wrong-format': {
		readonly expected: TextFormat;
		readonly found: string;
	};
	'wrong-path': {
		readonly path: string;
		readonly use: 'directory' | 'template' | 'file';
	};
	'unknown-pack': Readonly<{
		criteria: string;
		nearest: string | null;
		known: readonly string[];
	}>;
	'wrong-hash': Readonly<{
		criteria: string;
		found: string | null;
	}>;
	'unknown-fact': {
		readonly fact: string;
		readonly nearest: string | null;
	};
	'replaced-fact': {
		readonly fact: string;
		readonly old: Written;
		readonly fate: Fate;
		readonly says: string | null;
	};
	'duplicate-decision': Readonly<{
		criteria: string;
		id: string | null;
		other: string | null;
	}>;
	'not-editable': {
		readonly fact: string;
	};
	'conflicting-facts': Readonly<{
		fact: string;
		criteria: string;
		other: string;
		keys: readonly string[];
	}>;
	'unknown-reference': {
		readonly kind: ReferenceKind;
		readonly id: string;
		readonly nearest: string | null;
		readonly known: readonly string[];
	};
	'duplicate-id': {
		readonly id: string;
	};
	'extended-id': {
		readonly id: string;
		readonly criteria: string;
		readonly isCriterion: boolean;
	};
	'pack-missing': {
		readonly criteria: string;
	};
	'extended-house': {
		readonly criteria: string;
	};
	'wrong-house': {
		readonly criteria: string;
	};
	'taken-id': {
		readonly id: string;
	};
	'former-id': Readonly<{
		criteria: string;
		former: string;
		other: string;
	}>;
	'reserved-id': {
		readonly id: string;
	};
	'wrong-operator': {
		readonly operator: string;
		readonly fact: string;
		readonly type: string;
		readonly fitting: readonly string[];
	};
	'missing-operator': NoArguments;
	'conflicting-keys': {
		readonly key: string;
		readonly other: string;
	};
	'missing-placeholder': {
		readonly placeholder: string;
	};
	'missing-source': {
		readonly basis: string;
	};
	'missing-side': {
		readonly option: string;
	};
	'against-all': NoArguments;
	'unused-source': {
		readonly source: string;
	};
	'still-there': {
		readonly kind: 'fact' | 'answer' | 'pack';
		readonly id: string;
	};
}
export {};

/** A named text. The name is what people see: a path with `/`, relative to where they stand. */
interface SourceText {
	readonly name: string;
	readonly text: string;
}

/** A span of a text, in UTF-16 code units; `end` is exclusive. */
interface Place {
	readonly source: SourceText;
	readonly start: number;
	readonly end: number;
}

/** Every kind of problem that a person can be told about; each has a row in docs/diagnostics.md. */
declare const diagnosticCodes: readonly ['file-missing', 'is-a-directory', 'not-readable', 'not-writable', 'wrong-record', 'profile-missing', 'outside-repository', 'inside-git', 'several-folders', 'special-file', 'wrong-template', 'wrong-date', 'wrong-assignment', 'file-too-large', 'wrong-encoding', 'invalid-utf-8', 'nul-byte', 'control-character', 'empty-document', 'second-document', 'yaml-syntax', 'tab-indentation', 'duplicate-key', 'unknown-tag', 'merge-key', 'unknown-anchor', 'too-deep', 'too-many-aliases', 'unknown-key', 'missing-key', 'wrong-type', 'unknown-value', 'empty-text', 'text-too-long', 'number-out-of-range', 'too-few-items', 'too-many-items', 'too-many-options', 'duplicate-item', 'wrong-format', 'wrong-path', 'unknown-pack', 'wrong-hash', 'unknown-fact', 'replaced-fact', 'duplicate-decision', 'not-editable', 'conflicting-facts', 'unknown-reference', 'duplicate-id', 'extended-id', 'pack-missing', 'extended-house', 'wrong-house', 'taken-id', 'former-id', 'reserved-id', 'wrong-operator', 'missing-operator', 'conflicting-keys', 'missing-placeholder', 'missing-source', 'missing-side', 'against-all', 'unused-source', 'still-there'];

type DiagnosticCode = (typeof diagnosticCodes)[number];

interface DiagnosticOf<Code extends DiagnosticCode> {
	readonly code: Code;
	readonly arguments: ArgumentsByCode[Code];
	readonly place: Place | null;
	readonly file: string;
}

/** One problem as data. The words for it are in src/report. */
type Diagnostic = {
	readonly [Code in DiagnosticCode]: DiagnosticOf<Code>;
}[DiagnosticCode];

/** A value, or everything that is wrong with the text it was to come from. */
type Result<T> = {
	readonly ok: true;
	readonly value: T;
} | {
	readonly ok: false;
	readonly diagnostics: readonly Diagnostic[];
};

/** An answer to a fact's question: a boolean, the id of a value, the ids of several values, or a number in the fact's unit. */
type Answer = boolean | string | number | readonly string[];

/** What is known about one fact: nobody was asked, nobody knows, somebody answered, or the pack assumes. */
type FactState = {
	readonly state: 'unanswered';
} | ({
	readonly state: 'unknown';
} & FactPlace) | ({
	readonly state: 'answered';
	readonly answer: Answer;
} & FactPlace) | {
	readonly state: 'assumed';
	readonly answer: Answer;
};

interface FactPlace {
	readonly line?: number;
	readonly column?: number;
}

interface FactValue {
	readonly id: string;
	readonly label: string;
	readonly means?: string;
	readonly also?: readonly string[];
}

interface Phrasing {
	readonly says: string;
	readonly if: string;
}

interface FactQuestion {
	readonly id: string;
	readonly question: string;
	readonly help?: string;
	readonly assume?: Answer;
}

interface BooleanFact extends FactQuestion {
	readonly type: 'boolean';
	readonly yes: Phrasing;
	readonly no: Phrasing;
}

interface OneOfFact extends FactQuestion, Phrasing {
	readonly type: 'one-of';
	readonly values: readonly FactValue[];
}

interface SetOfFact extends FactQuestion {
	readonly type: 'set-of';
	readonly says: string;
	readonly empty: string;
	readonly ifAdded: string;
	readonly ifRemoved: string;
	readonly values: readonly FactValue[];
}

interface NumberFact extends FactQuestion, Phrasing {
	readonly type: 'number';
	readonly unit: string;
	readonly unitOfOne?: string;
	readonly minimum?: number;
	readonly maximum?: number;
}

/** A question with a typed answer about a project, neutral between the options. */
type Fact = BooleanFact | OneOfFact | SetOfFact | NumberFact;

interface Replacement {
	readonly id: string;
	readonly by?: string;
	readonly values?: readonly ReplacedAnswer[];
	readonly says?: string;
}

interface ReplacedAnswer {
	readonly old: string;
	readonly answer: Answer;
}
export {};

interface Operands {
	readonly answer: boolean | string;
	readonly list: readonly string[];
	readonly number: number;
	readonly range: readonly [number, number];
}

declare const operators: {
	readonly is: {
		readonly operand: 'answer';
		readonly facts: readonly ["boolean", "one-of"];
		readonly words: 'is';
		readonly holds: 'the answer is this one';
	};
	readonly in: {
		readonly operand: 'list';
		readonly facts: readonly ["one-of"];
		readonly words: 'is one of';
		readonly holds: 'the answer is one of these';
	};
	readonly 'includes-any': {
		readonly operand: 'list';
		readonly facts: readonly ['set-of'];
		readonly words: 'includes any of';
		readonly holds: 'one of these is among the answers';
	};
	readonly 'includes-all': {
		readonly operand: 'list';
		readonly facts: readonly ['set-of'];
		readonly words: 'includes all of';
		readonly holds: 'all of these are among the answers';
	};
	readonly 'at-least': {
		readonly operand: 'number';
		readonly facts: readonly ['number'];
		readonly words: 'is at least';
		readonly holds: 'the answer is this or more';
	};
	readonly 'at-most': {
		readonly operand: 'number';
		readonly facts: readonly ['number'];
		readonly words: 'is at most';
		readonly holds: 'the answer is this or less';
	};
	readonly 'more-than': {
		readonly operand: 'number';
		readonly facts: readonly ['number'];
		readonly words: 'is more than';
		readonly holds: 'the answer is more than this';
	};
	readonly 'less-than': {
		readonly operand: 'number';
		readonly facts: readonly ['number'];
		readonly words: 'is less than';
		readonly holds: 'the answer is less than this';
	};
	readonly between: {
		readonly operand: 'range';
		readonly facts: readonly ["number"];
		readonly words: 'is between';
		readonly joint: ' and ';
		readonly holds: 'the answer is the first of these numbers, the second or in between';
	};
};

type Operator = keyof typeof operators;

type OperandKind = keyof Operands;

type OperatorTaking<Kind extends OperandKind> = {
	readonly [Name in Operator]: (typeof operators)[Name]['operand'] extends Kind ? Name : never;
}[Operator];

type ComparisonWith<Kind extends OperandKind> = {
	readonly [Each in Kind]: {
		readonly fact: string;
		readonly operator: OperatorTaking<Each>;
		readonly value: Operands[Each];
	};
}[Kind];

/** A comparison of one fact with a value; which operators fit depends on the fact's type. */
type Comparison = ComparisonWith<OperandKind>;

/** Conditions are data. `all` of nothing holds; `any` of nothing does not. */
type Condition = {
	readonly all: readonly Condition[];
} | {
	readonly any: readonly Condition[];
} | {
	readonly not: Condition;
} | Comparison;

type FoundAnswers = Readonly<Record<string, readonly (string | number | boolean)[]>>;

interface DetectionRule {
	readonly fact: string;
	readonly answer: Answer | null;
	readonly dependencies?: readonly string[];
	readonly without?: readonly string[];
	readonly files?: readonly string[];
	readonly lines?: readonly string[];
	readonly except?: readonly string[];
	readonly numbers?: readonly string[];
	readonly key?: string;
	readonly is?: string | number | boolean;
	readonly atLeast?: number;
	readonly language?: readonly string[];
	readonly services?: number;
	readonly with?: FoundAnswers;
	readonly unless?: FoundAnswers;
	readonly wholeProject: boolean;
}

declare const lintRules: readonly ['never-holds', 'always-holds', 'no-voice', 'one-sided-driver', 'uneven-options', 'same-condition', 'implied-criterion', 'counts-once', 'strong-judgement', 'unused-fact', 'unused-driver', 'option-named', 'watch-without-if', 'long-text', 'stop-in-clause', 'shared-source', 'whole-site', 'old-source', 'unused-silence'];

type LintRule = (typeof lintRules)[number];

interface Silence {
	readonly rule: LintRule;
	readonly at?: string;
	readonly because: string;
}

type Strength = 'weak' | 'moderate' | 'strong';

/** `documented`: the source states it. `partial`: it states part of it. `judgement`: the comparison's own advice. */
type Basis = 'documented' | 'partial' | 'judgement';

interface Grounds {
	readonly basis: Basis;
	readonly sources: readonly string[];
	readonly house?: true;
}

interface Clause extends Grounds {
	readonly text: string;
}

interface Source {
	readonly id: string;
	readonly title: string;
	readonly publisher: string;
	readonly url?: string;
	readonly path?: string;
	readonly where?: string;
	readonly verified: string;
	readonly note?: string;
}

interface Option {
	readonly id: string;
	readonly name: string;
	readonly summary: string;
}

/** A cause that counts once per option: MADR's decision driver. */
interface Driver {
	readonly id: string;
	readonly name: string;
}

/** "Favour these options, for this driver, with this strength, when the condition holds." */
interface Criterion extends Grounds {
	readonly id: string;
	/** What it counts for; where it is written against options, all others. */
	readonly favours: readonly string[];
	/** What it is written against, so that texts speak of these. */
	readonly against?: readonly string[];
	readonly driver: string;
	readonly strength: Strength;
	readonly when: Condition;
	readonly claim: string;
	/** Completes "Good, because …" where a favoured option is chosen, or one that it is not against. */
	readonly gain: Clause;
	/** Completes "Bad, because …" where another option is chosen. */
	readonly loss: Clause;
}

/** Rules an option out, whatever else speaks for it. */
interface Veto extends Grounds {
	readonly id: string;
	readonly against: readonly string[];
	readonly when: Condition;
	readonly claim: string;
}

interface Scope extends Grounds {
	readonly when: Condition;
	readonly inside: string;
	readonly outside: string;
}

interface SharedGround extends Grounds {
	readonly id: string;
	readonly text: string;
}

type Bearing = 'good' | 'neutral' | 'bad';

interface DifferenceSide extends Grounds {
	readonly option: string;
	readonly text: string;
	readonly bearing: Bearing;
}

/** How the options differ in one dimension; shown where one of its drivers speaks. */
interface Difference {
	readonly id: string;
	readonly dimension: string;
	readonly drivers: readonly string[];
	readonly sides: readonly DifferenceSide[];
}

/** What to look after once one of the options is chosen. */
interface WatchPoint extends Grounds {
	readonly id: string;
	readonly options: readonly string[];
	readonly when?: Condition;
	/** Completes "If …, " where it is not known whether the condition holds. */
	readonly if?: string;
	readonly title: string;
	readonly text: string;
	readonly mitigation: string;
}

interface BoundaryAdvice extends Grounds {
	readonly id: string;
	readonly title: string;
	readonly text: string;
}

interface Burden extends Grounds {
	readonly when: Condition;
	readonly claim: string;
}

/** The option that the comparison states as its default where nothing decides. It adds no points and is no choice. */
interface TieBreak extends Grounds {
	readonly option: string;
	readonly claim: string;
}

/** A criterion of the comparison that the house counts otherwise. */
interface Adjustment {
	/** As the comparison has it. */
	readonly criterion: Criterion;
	/** What it counts for the house; absent where the house does not count it. */
	readonly strength?: Strength;
	/** It counts only where this holds as well. */
	readonly onlyWhen?: Condition;
	readonly because: string;
	/** The person, the group or the rule behind it. */
	readonly by: string;
}

/** An answer that holds for every project of the house, unless its profile answers otherwise. */
interface HouseAnswer {
	readonly fact: string;
	readonly answer: Answer;
	readonly because: string;
	readonly by: string;
}

/** What an organisation adds to a comparison. The pack that carries it is weighed with it, and `base` without it. */
interface House {
	readonly id: string;
	/** Whose rules these are, such as `Acme`. */
	readonly title: string;
	/** The version of the comparison that it was written for. */
	readonly writtenFor: number;
	readonly base: Pack;
	readonly adjustments: readonly Adjustment[];
	readonly answers: readonly HouseAnswer[];
}

/** A file of a person's own, which may change without a new version. */
interface PackFile {
	/** As the profile, or the house that extends it, names it. */
	readonly path: string;
	/** Of the text with line feeds, in hexadecimal. */
	readonly sha256: string;
}

/** A published, cited comparison of options. Every list is in the pack's own order. */
interface Pack {
	readonly id: string;
	/** Ids that it had before; a decision that has records under one of them goes on with these. */
	readonly renames?: readonly string[];
	readonly version: number;
	readonly title: string;
	/** One noun: "choosing a <topic>". */
	readonly topic: string;
	/** Completes "We have to choose …". */
	readonly question: string;
	/** "<Verb> <project> <preposition> <option>". */
	readonly imperative: {
		readonly verb: string;
		readonly preposition: string;
	};
	readonly summary: string;
	readonly verified: string;
	readonly options: readonly Option[];
	readonly sources: readonly Source[];
	readonly scope: Scope;
	readonly drivers: readonly Driver[];
	readonly facts: readonly Fact[];
	readonly criteria: readonly Criterion[];
	readonly vetoes: readonly Veto[];
	readonly shared: readonly SharedGround[];
	readonly differences: readonly Difference[];
	readonly watch: readonly WatchPoint[];
	readonly boundary: readonly BoundaryAdvice[];
	readonly burden?: Burden;
	readonly tieBreak?: TieBreak;
	/** Ids of the facts that `ask` puts first, in this order. */
	readonly askFirst: readonly string[];
	readonly replaced: readonly Replacement[];
	/** How answers are found in a repository, in the order of the facts. */
	readonly detection: readonly DetectionRule[];
	/** Present where a house extends the comparison; the lists above then hold both. */
	readonly house?: House;
	/** Absent for a pack that comes with Madrigal: its id and its version name it. */
	readonly file?: PackFile;
	/** What the lint finds and its author means as it is. */
	readonly lint?: readonly Silence[];
}

/**
 * Read a criteria pack.
 *
 * @param source the YAML text, with the name that messages show
 * @param taken ids of other packs, which this one cannot have
 * @returns the pack, or every problem with its place; throws nothing
 * @see docs/packs.md for the format
 */
declare function parsePack(source: SourceText, taken?: readonly string[]): Result<Pack>;

interface PackOutline {
	readonly id: string;
	readonly renames?: readonly string[];
	readonly file?: {
		readonly sha256: string;
	};
	readonly facts: readonly Fact[];
	readonly replaced: readonly Replacement[];
	readonly drivers: readonly {
		readonly id: string;
		readonly name: string;
	}[];
}

type PackOutlines = ReadonlyMap<string, PackOutline>;

interface CriteriaRequest {
	readonly criteria: string;
	readonly place: Place;
}

/**
 * The comparison that a house extends, as the file names it.
 *
 * @param source the YAML text of a pack or a house
 * @returns an id or a path with its place; null for a pack that extends nothing, and for what cannot be read
 */
declare function extendedCriteria(source: SourceText): CriteriaRequest | null;

/**
 * Read a house: what an organisation adds to a comparison, or counts otherwise.
 *
 * @param source the YAML text, with the name that messages show
 * @param base the comparison that it extends, from `parsePack`
 * @returns a pack that is weighed with both, whose `house` has the comparison alone; or every problem with its place
 * @see docs/packs.md for the format
 */
declare function parseHouse(source: SourceText, base: Pack): Result<Pack>;

/**
 * The JSON Schema of a criteria pack, so that editors complete and check it.
 *
 * @returns a schema of draft 2020-12, made from the schema that `parsePack` uses
 */
declare function criteriaJsonSchema(): object;

/**
 * The JSON Schema of a house file, which extends a pack.
 *
 * @returns a schema of draft 2020-12, made from the schema that `parseHouse` uses
 */
declare function houseJsonSchema(): object;

interface LintFinding {
	readonly rule: LintRule;
	readonly at: string;
	readonly path: readonly string[];
	readonly message: string;
	readonly help: string;
}

interface LintAge {
	readonly asOf: string;
	readonly months: number;
}

/**
 * Point out what the author of a pack should look at again: rules that can never count or always do, causes that count twice,
 * loud judgement, options that are not asked about evenly, texts too long for a page. None of it is an error.
 *
 * @param pack a pack that `parsePack` has accepted
 * @param age how old sources may be; any age where it is left out
 * @returns what its own `lint` does not silence, and what of that silences nothing
 */
declare function lintPack(pack: Pack, age?: LintAge): readonly LintFinding[];

/** One decision that a profile asks for. */
interface DecisionRequest {
	/** A shipped pack's id, or the path of a pack relative to the profile. */
	readonly criteria: string;
	/** The hash of the pack's text that is meant. */
	readonly sha256?: string;
	/** Names the decision in the record's id; the project's slug when the profile does not say. */
	readonly id?: string;
	/** The driver that decides before the others are weighed. */
	readonly dominantConstraint?: string;
	/** The day by which the decision is to be looked at again, `YYYY-MM-DD`; that of the profile, where it has none of its own. */
	readonly revisitBy?: string;
}

/** A part of the project that can be decided on its own. A profile without components has one, named after the project. */
interface Component {
	readonly id: string;
	readonly name: string;
	readonly summary?: string;
	/** By fact id, or by `pack/fact` for one pack alone; a fact that is absent is unanswered. Facts of the project are inherited here already. */
	readonly facts: ReadonlyMap<string, FactState>;
	/** Ids of the facts whose state was taken over from the project; changing one changes it for every component that has it here. */
	readonly inherited: ReadonlySet<string>;
}

/** What is true of a project, as its profile says it. */
interface Profile {
	readonly project: string;
	readonly summary?: string;
	readonly deciders: readonly string[];
	readonly consulted: readonly string[];
	readonly informed: readonly string[];
	readonly decisions: readonly DecisionRequest[];
	/** Ids of facts that were only read from what is in the repository already. */
	readonly readFromRepository: readonly string[];
	readonly record: {
		readonly directory?: string;
		readonly template?: string;
	};
	/** How many months old a comparison and its sources may be; any age where the profile does not say. */
	readonly sourcesOlderThan?: number;
	/** Ids of the facts by which its packs mean different things, so that each is answered as `pack/fact`; where there are any. */
	readonly apart?: ReadonlySet<string>;
	/** Whether the profile names components, or is one itself. */
	readonly divided: boolean;
	readonly components: readonly Component[];
}

/**
 * Answer the packs that a profile asks for, so that they can be fetched before it is parsed.
 *
 * @param source the YAML text of the profile
 * @returns each `criteria` as written, with its place; nothing where the text cannot be read
 */
declare function requestedCriteria(source: SourceText): readonly CriteriaRequest[];

/**
 * Read a profile against the packs it asks for.
 *
 * @param source the YAML text, with the name that messages show
 * @param packs the packs by `criteria` as the profile writes it; see `requestedCriteria`
 * @param knownPacks ids to suggest where a pack is missing
 * @returns the profile with the state of every fact of every component, or every problem with its place; throws nothing
 * @see docs/profile.md for the format
 */
declare function parseProfile(source: SourceText, packs: PackOutlines, knownPacks?: readonly string[]): Result<Profile>;

interface PackListing extends PackOutline {
	readonly title: string;
}

/**
 * The JSON Schema of a profile, so that editors complete and check it.
 *
 * @param packs the packs whose facts a profile may answer
 * @returns a schema of draft 2020-12, made from the schema that `parseProfile` uses
 */
declare function profileJsonSchema(packs: readonly PackListing[]): object;

/** Another state of one fact: for the whole project, or for one component. */
interface FactChange {
	/** Null for the whole project. */
	readonly component: string | null;
	readonly fact: Fact;
	/** What the profile would call it, where that is `pack/fact`. */
	readonly key?: string;
	readonly state: FactState;
}

/**
 * Take a profile as if it said something else about some facts.
 *
 * @param profile from `parseProfile`
 * @param changes what to take as said; what one component says goes before what is said of the project
 * @returns the profile that would be read if it said so, without places for what it does not say
 */
declare function changeFacts(profile: Profile, changes: readonly FactChange[]): Profile;

interface ChangeScope {
	readonly profile: Profile;
	readonly facts: ReadonlyMap<string, Fact>;
}

/**
 * Read changes as they are written on a command line.
 *
 * @param set texts such as `may-assume=container-runtime` or `gateway.work=http-api,agent`
 * @param unset texts such as `may-assume` or `gateway.work`, for facts to take as unanswered
 * @param scope the profile and the facts that its packs ask for
 * @returns the changes in the order of the texts, or everything that is wrong with any of them, with its place in its text
 */
declare function readChanges(set: readonly SourceText[], unset: readonly SourceText[], scope: ChangeScope): Result<readonly FactChange[]>;

/** What a profile is to say of one fact. */
interface WrittenAnswer {
	/** Null for the whole project. */
	readonly component: string | null;
	readonly fact: string;
	/** An answer, or `unknown` where nobody knows. */
	readonly answer: Answer;
}

/**
 * Write an answer into the text of a profile. Only the line of the fact changes, or one is added; comments, order, layout,
 * quotes, line ends, byte order mark and final line break stay.
 *
 * @param source the YAML text as it is in the file, byte order mark included
 * @param written the answer and where it belongs; it is not held against the fact's question
 * @returns the new text; or the problem `not-editable` where the answer cannot be written without changing something else,
 *   such as where two components share their facts by an alias; or what is wrong with the YAML
 */
declare function editProfile(source: SourceText, { component, fact, answer }: WrittenAnswer): Result<string>;

/**
 * Turn the bytes of a file into text.
 *
 * @param bytes UTF-8, with or without a byte order mark, of 1 MiB at most
 * @param name the name that messages show
 * @returns the text, or what is wrong with the bytes: too many, another encoding, not UTF-8, a NUL
 */
declare function decodeText(bytes: Uint8Array, name: string): Result<SourceText>;

interface FrameOptions {
	readonly colour: boolean;
}

/**
 * Tell a person about a problem: what it is, where it is, the line, and what to do.
 *
 * @param diagnostic one problem, as the parsers answer it
 * @param options whether to mark the parts with ANSI escapes
 * @returns a few lines without a final line feed; nothing in them can control a terminal
 */
declare function formatDiagnostic(diagnostic: Diagnostic, options: FrameOptions): string;

type Level = 0 | 1 | 2 | 3;

type ToldLevel = Level | -1 | -2 | -3;

type Truth = 'false' | 'unknown' | 'true';

declare function holds(comparison: Comparison, answer: Answer): boolean;

interface End {
	readonly value: number;
	readonly included: boolean;
}

interface Interval {
	readonly from?: End;
	readonly to?: End;
}

interface Evidence<Rule> {
	readonly rule: Rule;
	readonly truth: Truth;
}

interface ComponentEvidence {
	readonly component: Component;
	readonly criteria: readonly Evidence<Criterion>[];
	readonly vetoes: readonly Evidence<Veto>[];
	readonly scope: Truth;
	readonly burden: Truth;
}

/** What the known evidence amounts to, in the pack's own names. */
type Decision = {
	readonly kind: 'chosen';
	readonly option: string;
}
/** The option of each component that leads to one; the others can go with any that suits them. */
 | {
	readonly kind: 'split';
	readonly assignment: ReadonlyMap<string, string>;
}
/** Nothing decides among these options: they are close, or so little is known that an answer could still decide. */
 | {
	readonly kind: 'tie' | 'insufficient-evidence';
	readonly options: readonly string[];
} | {
	readonly kind: 'no-option' | 'out-of-scope' | 'scope-unknown';
};

/**
 * How sure a choice is on what is known. `clear`: it is ahead under every weighting that keeps the order of the strengths,
 * for at least two drivers, and no driver speaks strongly for something else. `lean`: it is ahead, but not so.
 * `by-elimination`: every other option is ruled out.
 */
type Confidence = 'clear' | 'lean' | 'by-elimination';

interface AnswerChange {
	readonly fact: Fact;
	readonly components: readonly string[];
	readonly from: Answer;
	readonly to: Answer;
	readonly step: {
		readonly kind: 'becomes';
		readonly values: readonly string[];
		readonly interval?: Interval;
	}
	| {
		readonly kind: 'gains';
		readonly members: readonly string[];
	}
	| {
		readonly kind: 'loses';
		readonly members: readonly string[];
	};
}

type Step = Pick<AnswerChange, 'to' | 'step'>;

interface Flip {
	readonly changes: readonly AnswerChange[];
	readonly decision: Decision;
}

interface Flips {
	readonly toAnother: readonly Flip[];
	readonly toNone: readonly Flip[];
}

interface Cell {
	readonly answer: Answer;
	readonly values: readonly string[];
	readonly interval?: Interval;
	readonly weight: number;
}

interface MissingAnswer {
	readonly fact: Fact;
	readonly cells: readonly Cell[];
	readonly components: readonly number[];
}

interface Question extends Pick<MissingAnswer, 'fact' | 'components'> {
	readonly value: bigint;
	readonly influence: bigint;
}

interface Possibility {
	readonly decision: Decision;
}

/** What the evidence amounts to. */
interface Verdict {
	readonly decision: Decision;
	/** How sure it is on what is known; null when nothing was chosen. */
	readonly confidence: Confidence | null;
	/** No unanswered fact could change the decision. */
	readonly settled: boolean;
}

interface Judgement {
	readonly pack: Pack;
	readonly profile: Profile;
	readonly dominantConstraint?: string;
	readonly components: readonly ComponentEvidence[];
	readonly covered: readonly ComponentEvidence[];
	readonly verdict: Verdict;
}

/** A verdict with everything that it rests on. */
interface Evaluation extends Judgement {
	/** What each covered component would be by itself. */
	readonly alone: readonly Decision[];
	/** What the weighing alone would have decided; given when the dominant constraint tells options apart. */
	readonly weighingAlone?: Decision;
	/** What would have been decided if a second option were no burden; given when that is something else. */
	readonly withoutBurden?: Decision;
	/** What the comparison says without the house that extends it; given where there is one. */
	readonly comparisonAlone?: Judgement;
	/** For each driver that tells options apart: the decision without it. */
	readonly withoutDriver: ReadonlyMap<string, Decision>;
	readonly possibilities: readonly Possibility[] | null;
	readonly flips: Flips;
	/** Null when there are too many completions to rank them. */
	readonly questions: readonly Question[] | null;
}

/**
 * Judges a profile against a pack.
 *
 * Three-valued logic after Kleene (1952); cumulative dominance after Kirkwood and Sarin (1985); possible and necessary
 * winners after Konczak and Lang (2005). docs/how-it-decides.md explains the model; the weights are 1, 2 and 4.
 *
 * @param pack from `parsePack`
 * @param asWritten from `parseProfile`, read against the same pack
 * @param dominantConstraint id of the driver that decides before the others are weighed
 * @returns the verdict with everything that it rests on; equal arguments give equal results, and nothing is thrown
 */
declare function evaluate(pack: Pack, asWritten: Profile, dominantConstraint?: string): Evaluation;

type Ways = readonly (readonly OtherAnswer[])[];

interface OtherAnswer {
	readonly fact: Fact;
	readonly to: Answer;
	readonly step: Step['step']
	| {
		readonly kind: 'gains-all';
		readonly members: readonly string[];
	};
}

interface ExplainedRule<Rule> {
	readonly component: Component;
	readonly rule: Rule;
	readonly truth: Truth;
	readonly condition: ExplainedCondition;
	readonly ways: Ways | null;
}

interface ExplainedCriterion extends ExplainedRule<Criterion> {
	readonly outspoken: ReadonlyMap<string, Criterion>;
}

interface ExplainedComparison {
	readonly kind: 'comparison';
	readonly truth: Truth;
	readonly comparison: Comparison;
	readonly state: FactState;
}

type ExplainedCondition = ExplainedComparison | {
	readonly kind: 'all' | 'any';
	readonly truth: Truth;
	readonly parts: readonly ExplainedCondition[];
} | {
	readonly kind: 'not';
	readonly truth: Truth;
	readonly part: ExplainedCondition;
};

interface Consequence {
	readonly decision: Decision;
	readonly differs: boolean;
}

interface ExplainedDriver {
	readonly component: Component;
	readonly driver: Driver;
	readonly levels: readonly Level[];
	readonly told: readonly ToldLevel[];
	readonly criteria: readonly ExplainedCriterion[];
}

interface ExplainedComponent {
	readonly component: Component;
	readonly scope: ExplainedRule<Scope>;
	readonly drivers: readonly ExplainedDriver[];
	readonly vetoes: readonly ExplainedRule<Veto>[];
}

interface DecisionExplanation {
	readonly kind: 'decision';
	readonly components: readonly ExplainedComponent[];
	readonly restsOn: readonly (Consequence & {
		readonly rule: Criterion | Veto;
	})[];
}

interface DriverExplanation {
	readonly kind: 'driver';
	readonly driver: Driver;
	readonly inComponents: readonly ExplainedDriver[];
	readonly without: Consequence;
}

interface RuleEffects<Explained> {
	readonly inComponents: readonly {
		readonly explained: Explained;
		readonly ifHeld: Consequence | null;
	}[];
	readonly without: Consequence;
}

interface CriterionExplanation extends RuleEffects<ExplainedCriterion> {
	readonly kind: 'criterion';
	readonly criterion: Criterion;
}

interface VetoExplanation extends RuleEffects<ExplainedRule<Veto>> {
	readonly kind: 'veto';
	readonly veto: Veto;
}

interface FactUse {
	readonly kind: 'scope' | 'criterion' | 'veto' | 'burden';
	readonly rule: Scope | Criterion | Veto | Burden;
	readonly inComponents: readonly {
		readonly component: Component;
		readonly truth: Truth;
	}[];
}

interface ExplainedHolder extends FactHolder {
	readonly others: readonly (Consequence & {
		readonly answer: OtherAnswer;
	})[];
	readonly sets: {
		readonly all: number;
		readonly differing: number;
	} | null;
}

interface FactExplanation {
	readonly kind: 'fact';
	readonly fact: Fact;
	readonly holders: readonly ExplainedHolder[];
	readonly uses: readonly FactUse[];
	readonly flips: readonly Flip[];
}

interface FactHolder {
	readonly components: readonly Component[];
	readonly state: FactState;
}

interface OptionInComponent {
	readonly component: Component;
	readonly scope: Truth;
	readonly isChosen: boolean;
	readonly isBehindConstraint: boolean;
	readonly leads: readonly {
		readonly rival: Option;
		readonly lead: number;
		readonly isRuledOut: boolean;
	}[];
	readonly vetoes: readonly ExplainedRule<Veto>[];
	readonly criteria: readonly ExplainedCriterion[];
	readonly against: readonly ExplainedCriterion[];
}

interface OptionExplanation extends OptionChanges {
	readonly kind: 'option';
	readonly option: Option;
	readonly isChosen: boolean;
	readonly components: readonly OptionInComponent[];
}

interface OptionChanges {
	readonly flips: readonly Flip[];
	readonly answers: readonly (Consequence & FactHolder & {
		readonly answer: OtherAnswer;
	})[];
	readonly open: boolean | null;
}

/** The chain from facts to the verdict, whole or for one item. */
type Explanation = DecisionExplanation | OptionExplanation | FactExplanation | DriverExplanation | CriterionExplanation | VetoExplanation;

/**
 * Explain a decision, or one item of it.
 *
 * @param evaluation from `evaluate`
 * @param name the id or the name of an option, fact, driver, criterion, veto or component, in any case; `driver:work`
 * means a driver only. Left out, the whole decision is explained.
 * @param component id of the one component to explain it in; left out, it is explained in all
 * @returns an explanation of each item with that name, in the order above; none where nothing has it
 */
declare function explain(evaluation: Evaluation, name?: string, component?: string): readonly Explanation[];

interface Changed<Value> {
	readonly component: Component;
	readonly before: Value;
	readonly after: Value;
}

/** What differs between two evaluations, in the order of the later pack. */
interface EvaluationDifference {
	readonly facts: readonly (Changed<FactState> & {
		readonly fact: Fact;
	})[];
	readonly scope: readonly Changed<Truth>[];
	readonly criteria: readonly (Changed<Truth> & {
		readonly rule: Criterion;
	})[];
	readonly vetoes: readonly (Changed<Truth> & {
		readonly rule: Veto;
	})[];
	/** Whether a second option would be a burden. */
	readonly burden: readonly Changed<Truth>[];
	/** What drivers say for each option, where that changes. */
	readonly drivers: readonly (Changed<readonly Level[]> & {
		readonly driver: Driver;
		/** The same as people are told it. */
		readonly told: {
			readonly before: readonly ToldLevel[];
			readonly after: readonly ToldLevel[];
		};
	})[];
}

/**
 * Compare two evaluations, such as what is so and what would be, or what was so.
 *
 * @param before from `evaluate`
 * @param after from `evaluate`. Components, facts, rules and drivers are compared by id: what only one side has says
 * nothing on the other. A project that gets components is compared with each of them, and the reverse
 * @returns the answers, rules and drivers that differ; rules and drivers only of components that a comparison covers
 */
declare function compareEvaluations(before: Evaluation, after: Evaluation): EvaluationDifference;

/** What some answers to a question would lead to, which no rule of the pack tells apart. */
interface AnswerEffect {
	readonly cell: Cell;
	readonly decision: Decision;
	/** Whether the decision would be another one. */
	readonly differs: boolean;
	/** Whether nothing that is then unanswered could change it any more. */
	readonly settles: boolean;
}

/**
 * Try every answer to a question that the pack can tell apart. Exact.
 *
 * @param evaluation from `evaluate`
 * @param question the fact, and the component that the answer would be given for, or null for the whole project
 * @returns one effect for each group of answers, in the order of the fact's values or numbers
 */
declare function answerEffects(evaluation: Evaluation, { component, fact }: Pick<FactChange, 'component' | 'fact'>): readonly AnswerEffect[];

declare const evaluationSchema:ZB<{project:ZS<string>;pack:ZB<{id:ZS<string>;version:z.ZodMiniInt;house:z.ZodMiniNullable<ZS<string>>;files:ZA<ZB<{path:ZS<string>;sha256:ZS<string>;}>>;}>;dominantConstraint:z.ZodMiniNullable<ZS<string>>;verdict:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;confidence:z.ZodMiniNullable<z.ZodMiniEnum<{"by-elimination":"by-elimination";clear:"clear";lean:"lean";}>>;settled:z.ZodMiniBoolean<boolean>;}>;comparisonAlone:z.ZodMiniNullable<ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;confidence:z.ZodMiniNullable<z.ZodMiniEnum<{"by-elimination":"by-elimination";clear:"clear";lean:"lean";}>>;settled:z.ZodMiniBoolean<boolean>;}>>;weighingAlone:z.ZodMiniNullable<ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>>;withoutBurden:z.ZodMiniNullable<ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>>;alone:z.ZodMiniRecord<ZS<string>,ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>>;components:ZA<ZB<{id:ZS<string>;name:ZS<string>;scope:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;burden:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;facts:z.ZodMiniRecord<ZS<string>,ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;line:ZO<z.ZodMiniInt>;}>>;criteria:ZA<ZB<{id:ZS<string>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;basis:z.ZodMiniEnum<{documented:"documented";judgement:"judgement";partial:"partial";}>;sources:ZA<ZS<string>>;house:ZO<z.ZodMiniLiteral<true>>;favours:ZA<ZS<string>>;against:ZO<ZA<ZS<string>>>;driver:ZS<string>;strength:z.ZodMiniEnum<{moderate:"moderate";strong:"strong";weak:"weak";}>;}>>;vetoes:ZA<ZB<{id:ZS<string>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;basis:z.ZodMiniEnum<{documented:"documented";judgement:"judgement";partial:"partial";}>;sources:ZA<ZS<string>>;house:ZO<z.ZodMiniLiteral<true>>;against:ZA<ZS<string>>;}>>;drivers:z.ZodMiniRecord<ZS<string>,z.ZodMiniRecord<ZS<string>,z.ZodMiniEnum<{"":"";moderate:"moderate";strong:"strong";weak:"weak";}>>>;scores:z.ZodMiniRecord<ZS<string>,ZB<{least:z.ZodMiniInt;most:z.ZodMiniInt;}>>;}>>;withoutDriver:z.ZodMiniRecord<ZS<string>,ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>>;statedDefault:ZO<ZB<{option:ZS<string>;claim:ZS<string>;basis:z.ZodMiniEnum<{documented:"documented";judgement:"judgement";partial:"partial";}>;sources:ZA<ZS<string>>;}>>;possibilities:z.ZodMiniNullable<ZA<ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>>>;flips:ZB<{toAnother:ZA<ZB<{changes:ZA<ZB<{fact:ZS<string>;components:ZA<ZS<string>>;from:z.ZodMiniUnknown;to:z.ZodMiniUnknown;}>>;decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;}>>;toNone:ZA<ZB<{changes:ZA<ZB<{fact:ZS<string>;components:ZA<ZS<string>>;from:z.ZodMiniUnknown;to:z.ZodMiniUnknown;}>>;decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;}>>;}>;questions:z.ZodMiniNullable<ZA<ZB<{components:ZA<ZS<string>>;fact:ZS<string>;}>>>;}>;

type EvaluationTrace = z.infer<typeof evaluationSchema>;

/**
 * The JSON Schema of what `madrigal evaluate --json` prints: one trace for each decision of a profile.
 *
 * @returns a schema of draft 2020-12
 */
declare const evaluationJsonSchema: () => Readonly<Record<string, unknown>>;
export {};

/**
 * The whole trace of an evaluation as plain data, ready for JSON.
 *
 * @param evaluation from `evaluate`
 * @returns one item of what `evaluationJsonSchema` describes
 */
declare function evaluationTrace(evaluation: Evaluation): EvaluationTrace;

interface TextLayout {
	readonly width: number;
	readonly colour: boolean;
}

/**
 * The verdict for a terminal: decision, drivers, counter-evidence, open questions, and what would change it.
 *
 * @param evaluation from `evaluate`
 * @param layout the width in columns, and whether to mark headings with ANSI escapes
 * @returns lines that end in a line feed
 */
declare function evaluationText(evaluation: Evaluation, layout: TextLayout): string;

/**
 * Puts the evidence of a record together.
 *
 * @param lines from `support()` of a wanted record
 * @returns Markdown with line feeds, which ends with one; nothing is thrown
 */
declare const textOfEvidence: (lines: readonly string[]) => string;

declare const explanationSchema:ZB<{project:ZS<string>;pack:ZB<{id:ZS<string>;version:z.ZodMiniInt;}>;profile:ZS<string>;verdict:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;confidence:z.ZodMiniNullable<z.ZodMiniEnum<{"by-elimination":"by-elimination";clear:"clear";lean:"lean";}>>;settled:z.ZodMiniBoolean<boolean>;}>;explanations:ZA<z.ZodMiniDiscriminatedUnion<[ZB<{kind:z.ZodMiniLiteral<"decision">;components:ZA<ZB<{component:ZS<string>;scope:ZB<{component:ZS<string>;id:ZS<string>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;condition:ZB<{kind:z.ZodMiniEnum<{all:"all";any:"any";comparison:"comparison";not:"not";}>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;parts:ZO<ZA<ZB</*elided*/ any>>>;fact:ZO<ZS<string>>;operator:ZO<ZS<string>>;value:ZO<z.ZodMiniUnion<readonly [z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>,ZA<z.ZodMiniUnion<readonly [ZS<string>,z.ZodMiniNumber<number>]>>]>>;known:ZO<ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;line:ZO<z.ZodMiniInt>;column:ZO<z.ZodMiniInt>;}>>;}>;ways:z.ZodMiniNullable<ZA<ZA<ZB<{fact:ZS<string>;step:z.ZodMiniEnum<{becomes:"becomes";gains:"gains";"gains-all":"gains-all";loses:"loses";}>;values:ZA<ZS<string>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;to:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;}>>>>;}>;drivers:ZA<ZB<{component:ZS<string>;driver:ZS<string>;levels:z.ZodMiniRecord<ZS<string>,z.ZodMiniEnum<{"":"";moderate:"moderate";strong:"strong";weak:"weak";}>>;criteria:ZA<ZB<{component:ZS<string>;id:ZS<string>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;condition:ZB<{kind:z.ZodMiniEnum<{all:"all";any:"any";comparison:"comparison";not:"not";}>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;parts:ZO<ZA<ZB<any>>>;fact:ZO<ZS<string>>;operator:ZO<ZS<string>>;value:ZO<z.ZodMiniUnion<readonly [z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>,ZA<z.ZodMiniUnion<readonly [ZS<string>,z.ZodMiniNumber<number>]>>]>>;known:ZO<ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;line:ZO<z.ZodMiniInt>;column:ZO<z.ZodMiniInt>;}>>;}>;ways:z.ZodMiniNullable<ZA<ZA<ZB<{fact:ZS<string>;step:z.ZodMiniEnum<{becomes:"becomes";gains:"gains";"gains-all":"gains-all";loses:"loses";}>;values:ZA<ZS<string>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;to:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;}>>>>;basis:z.ZodMiniEnum<{documented:"documented";judgement:"judgement";partial:"partial";}>;sources:ZA<ZS<string>>;house:ZO<z.ZodMiniLiteral<true>>;driver:ZS<string>;favours:ZA<ZS<string>>;against:ZO<ZA<ZS<string>>>;strength:z.ZodMiniEnum<{moderate:"moderate";strong:"strong";weak:"weak";}>;outspoken:z.ZodMiniRecord<ZS<string>,ZS<string>>;}>>;}>>;vetoes:ZA<ZB<{component:ZS<string>;id:ZS<string>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;condition:ZB<{kind:z.ZodMiniEnum<{all:"all";any:"any";comparison:"comparison";not:"not";}>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;parts:ZO<ZA<ZB<any>>>;fact:ZO<ZS<string>>;operator:ZO<ZS<string>>;value:ZO<z.ZodMiniUnion<readonly [z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>,ZA<z.ZodMiniUnion<readonly [ZS<string>,z.ZodMiniNumber<number>]>>]>>;known:ZO<ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;line:ZO<z.ZodMiniInt>;column:ZO<z.ZodMiniInt>;}>>;}>;ways:z.ZodMiniNullable<ZA<ZA<ZB<{fact:ZS<string>;step:z.ZodMiniEnum<{becomes:"becomes";gains:"gains";"gains-all":"gains-all";loses:"loses";}>;values:ZA<ZS<string>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;to:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;}>>>>;basis:z.ZodMiniEnum<{documented:"documented";judgement:"judgement";partial:"partial";}>;sources:ZA<ZS<string>>;house:ZO<z.ZodMiniLiteral<true>>;against:ZA<ZS<string>>;}>>;}>>;restsOn:ZA<ZB<{decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;differs:z.ZodMiniBoolean<boolean>;id:ZS<string>;}>>;}>,ZB<{kind:z.ZodMiniLiteral<"option">;id:ZS<string>;chosen:z.ZodMiniBoolean<boolean>;components:ZA<ZB<{component:ZS<string>;scope:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;chosen:z.ZodMiniBoolean<boolean>;behindConstraint:z.ZodMiniBoolean<boolean>;leads:z.ZodMiniRecord<ZS<string>,z.ZodMiniInt>;vetoes:ZA<ZB<{component:ZS<string>;id:ZS<string>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;condition:ZB<{kind:z.ZodMiniEnum<{all:"all";any:"any";comparison:"comparison";not:"not";}>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;parts:ZO<ZA<ZB<any>>>;fact:ZO<ZS<string>>;operator:ZO<ZS<string>>;value:ZO<z.ZodMiniUnion<readonly [z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>,ZA<z.ZodMiniUnion<readonly [ZS<string>,z.ZodMiniNumber<number>]>>]>>;known:ZO<ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;line:ZO<z.ZodMiniInt>;column:ZO<z.ZodMiniInt>;}>>;}>;ways:z.ZodMiniNullable<ZA<ZA<ZB<{fact:ZS<string>;step:z.ZodMiniEnum<{becomes:"becomes";gains:"gains";"gains-all":"gains-all";loses:"loses";}>;values:ZA<ZS<string>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;to:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;}>>>>;basis:z.ZodMiniEnum<{documented:"documented";judgement:"judgement";partial:"partial";}>;sources:ZA<ZS<string>>;house:ZO<z.ZodMiniLiteral<true>>;against:ZA<ZS<string>>;}>>;criteria:ZA<ZB<{component:ZS<string>;id:ZS<string>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;condition:ZB<{kind:z.ZodMiniEnum<{all:"all";any:"any";comparison:"comparison";not:"not";}>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;parts:ZO<ZA<ZB<any>>>;fact:ZO<ZS<string>>;operator:ZO<ZS<string>>;value:ZO<z.ZodMiniUnion<readonly [z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>,ZA<z.ZodMiniUnion<readonly [ZS<string>,z.ZodMiniNumber<number>]>>]>>;known:ZO<ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;line:ZO<z.ZodMiniInt>;column:ZO<z.ZodMiniInt>;}>>;}>;ways:z.ZodMiniNullable<ZA<ZA<ZB<{fact:ZS<string>;step:z.ZodMiniEnum<{becomes:"becomes";gains:"gains";"gains-all":"gains-all";loses:"loses";}>;values:ZA<ZS<string>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;to:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;}>>>>;basis:z.ZodMiniEnum<{documented:"documented";judgement:"judgement";partial:"partial";}>;sources:ZA<ZS<string>>;house:ZO<z.ZodMiniLiteral<true>>;driver:ZS<string>;favours:ZA<ZS<string>>;against:ZO<ZA<ZS<string>>>;strength:z.ZodMiniEnum<{moderate:"moderate";strong:"strong";weak:"weak";}>;outspoken:z.ZodMiniRecord<ZS<string>,ZS<string>>;}>>;against:ZA<ZB<{component:ZS<string>;id:ZS<string>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;condition:ZB<{kind:z.ZodMiniEnum<{all:"all";any:"any";comparison:"comparison";not:"not";}>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;parts:ZO<ZA<ZB<any>>>;fact:ZO<ZS<string>>;operator:ZO<ZS<string>>;value:ZO<z.ZodMiniUnion<readonly [z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>,ZA<z.ZodMiniUnion<readonly [ZS<string>,z.ZodMiniNumber<number>]>>]>>;known:ZO<ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;line:ZO<z.ZodMiniInt>;column:ZO<z.ZodMiniInt>;}>>;}>;ways:z.ZodMiniNullable<ZA<ZA<ZB<{fact:ZS<string>;step:z.ZodMiniEnum<{becomes:"becomes";gains:"gains";"gains-all":"gains-all";loses:"loses";}>;values:ZA<ZS<string>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;to:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;}>>>>;basis:z.ZodMiniEnum<{documented:"documented";judgement:"judgement";partial:"partial";}>;sources:ZA<ZS<string>>;house:ZO<z.ZodMiniLiteral<true>>;driver:ZS<string>;favours:ZA<ZS<string>>;against:ZO<ZA<ZS<string>>>;strength:z.ZodMiniEnum<{moderate:"moderate";strong:"strong";weak:"weak";}>;outspoken:z.ZodMiniRecord<ZS<string>,ZS<string>>;}>>;}>>;flips:ZA<ZB<{changes:ZA<ZB<{fact:ZS<string>;components:ZA<ZS<string>>;from:z.ZodMiniUnknown;to:z.ZodMiniUnknown;}>>;decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;}>>;answers:ZA<ZB<{decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;differs:z.ZodMiniBoolean<boolean>;components:ZA<ZS<string>>;answer:ZB<{fact:ZS<string>;step:z.ZodMiniEnum<{becomes:"becomes";gains:"gains";"gains-all":"gains-all";loses:"loses";}>;values:ZA<ZS<string>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;to:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;}>;}>>;open:z.ZodMiniNullable<z.ZodMiniBoolean<boolean>>;}>,ZB<{kind:z.ZodMiniLiteral<"fact">;id:ZS<string>;holders:ZA<ZB<{components:ZA<ZS<string>>;state:ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;line:ZO<z.ZodMiniInt>;column:ZO<z.ZodMiniInt>;}>;others:ZA<ZB<{decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;differs:z.ZodMiniBoolean<boolean>;answer:ZB<{fact:ZS<string>;step:z.ZodMiniEnum<{becomes:"becomes";gains:"gains";"gains-all":"gains-all";loses:"loses";}>;values:ZA<ZS<string>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;to:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;}>;}>>;sets:z.ZodMiniNullable<ZB<{all:z.ZodMiniInt;differing:z.ZodMiniInt;}>>;}>>;uses:ZA<ZB<{kind:z.ZodMiniEnum<{burden:"burden";criterion:"criterion";scope:"scope";veto:"veto";}>;id:ZS<string>;truth:z.ZodMiniRecord<ZS<string>,z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>>;}>>;flips:ZA<ZB<{changes:ZA<ZB<{fact:ZS<string>;components:ZA<ZS<string>>;from:z.ZodMiniUnknown;to:z.ZodMiniUnknown;}>>;decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;}>>;}>,ZB<{without:ZB<{decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;differs:z.ZodMiniBoolean<boolean>;}>;kind:z.ZodMiniLiteral<"driver">;id:ZS<string>;components:ZA<ZB<{component:ZS<string>;driver:ZS<string>;levels:z.ZodMiniRecord<ZS<string>,z.ZodMiniEnum<{"":"";moderate:"moderate";strong:"strong";weak:"weak";}>>;criteria:ZA<ZB<{component:ZS<string>;id:ZS<string>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;condition:ZB<{kind:z.ZodMiniEnum<{all:"all";any:"any";comparison:"comparison";not:"not";}>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;parts:ZO<ZA<ZB<any>>>;fact:ZO<ZS<string>>;operator:ZO<ZS<string>>;value:ZO<z.ZodMiniUnion<readonly [z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>,ZA<z.ZodMiniUnion<readonly [ZS<string>,z.ZodMiniNumber<number>]>>]>>;known:ZO<ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;line:ZO<z.ZodMiniInt>;column:ZO<z.ZodMiniInt>;}>>;}>;ways:z.ZodMiniNullable<ZA<ZA<ZB<{fact:ZS<string>;step:z.ZodMiniEnum<{becomes:"becomes";gains:"gains";"gains-all":"gains-all";loses:"loses";}>;values:ZA<ZS<string>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;to:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;}>>>>;basis:z.ZodMiniEnum<{documented:"documented";judgement:"judgement";partial:"partial";}>;sources:ZA<ZS<string>>;house:ZO<z.ZodMiniLiteral<true>>;driver:ZS<string>;favours:ZA<ZS<string>>;against:ZO<ZA<ZS<string>>>;strength:z.ZodMiniEnum<{moderate:"moderate";strong:"strong";weak:"weak";}>;outspoken:z.ZodMiniRecord<ZS<string>,ZS<string>>;}>>;}>>;}>,ZB<{without:ZB<{decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;differs:z.ZodMiniBoolean<boolean>;}>;kind:z.ZodMiniLiteral<"criterion">;id:ZS<string>;components:ZA<ZB<{component:ZS<string>;id:ZS<string>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;condition:ZB<{kind:z.ZodMiniEnum<{all:"all";any:"any";comparison:"comparison";not:"not";}>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;parts:ZO<ZA<ZB<any>>>;fact:ZO<ZS<string>>;operator:ZO<ZS<string>>;value:ZO<z.ZodMiniUnion<readonly [z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>,ZA<z.ZodMiniUnion<readonly [ZS<string>,z.ZodMiniNumber<number>]>>]>>;known:ZO<ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;line:ZO<z.ZodMiniInt>;column:ZO<z.ZodMiniInt>;}>>;}>;ways:z.ZodMiniNullable<ZA<ZA<ZB<{fact:ZS<string>;step:z.ZodMiniEnum<{becomes:"becomes";gains:"gains";"gains-all":"gains-all";loses:"loses";}>;values:ZA<ZS<string>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;to:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;}>>>>;basis:z.ZodMiniEnum<{documented:"documented";judgement:"judgement";partial:"partial";}>;sources:ZA<ZS<string>>;house:ZO<z.ZodMiniLiteral<true>>;driver:ZS<string>;favours:ZA<ZS<string>>;against:ZO<ZA<ZS<string>>>;strength:z.ZodMiniEnum<{moderate:"moderate";strong:"strong";weak:"weak";}>;outspoken:z.ZodMiniRecord<ZS<string>,ZS<string>>;ifHeld:z.ZodMiniNullable<ZB<{decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;differs:z.ZodMiniBoolean<boolean>;}>>;}>>;}>,ZB<{without:ZB<{decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;differs:z.ZodMiniBoolean<boolean>;}>;kind:z.ZodMiniLiteral<"veto">;id:ZS<string>;components:ZA<ZB<{component:ZS<string>;id:ZS<string>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;condition:ZB<{kind:z.ZodMiniEnum<{all:"all";any:"any";comparison:"comparison";not:"not";}>;truth:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;parts:ZO<ZA<ZB<any>>>;fact:ZO<ZS<string>>;operator:ZO<ZS<string>>;value:ZO<z.ZodMiniUnion<readonly [z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>,ZA<z.ZodMiniUnion<readonly [ZS<string>,z.ZodMiniNumber<number>]>>]>>;known:ZO<ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;line:ZO<z.ZodMiniInt>;column:ZO<z.ZodMiniInt>;}>>;}>;ways:z.ZodMiniNullable<ZA<ZA<ZB<{fact:ZS<string>;step:z.ZodMiniEnum<{becomes:"becomes";gains:"gains";"gains-all":"gains-all";loses:"loses";}>;values:ZA<ZS<string>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;to:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;}>>>>;basis:z.ZodMiniEnum<{documented:"documented";judgement:"judgement";partial:"partial";}>;sources:ZA<ZS<string>>;house:ZO<z.ZodMiniLiteral<true>>;against:ZA<ZS<string>>;ifHeld:z.ZodMiniNullable<ZB<{decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;differs:z.ZodMiniBoolean<boolean>;}>>;}>>;}>],"kind">>;}>;

type ExplanationTrace = z.infer<typeof explanationSchema>;

/**
 * The JSON Schema of what `madrigal explain --json` prints: one item for each decision in which the name is known.
 *
 * @returns a schema of draft 2020-12
 */
declare const explanationJsonSchema: () => Readonly<Record<string, unknown>>;
export {};

/**
 * Explanations as plain data, ready for JSON.
 *
 * @param evaluation the evaluation that is explained
 * @param explanations from `explain`
 * @param profilePath the name of the profile as people see it
 * @returns one item of what `explanationJsonSchema` describes
 */
declare function explanationTrace(evaluation: Evaluation, explanations: readonly Explanation[], profilePath: string): ExplanationTrace;

/**
 * Explanations for a terminal: facts with their places, conditions with the truth of each part, and what would be
 * otherwise; the sources stand at the end, once each.
 *
 * @param evaluation the evaluation that is explained
 * @param explanations from `explain`
 * @param profilePath the name of the profile as people see it
 * @param layout the width in columns, and whether to mark headings with ANSI escapes
 * @returns lines that end in a line feed
 */
declare function explanationText(evaluation: Evaluation, explanations: readonly Explanation[], profilePath: string, { width, colour }: TextLayout): string;

declare const whatIfSchema:ZB<{project:ZS<string>;pack:ZB<{id:ZS<string>;version:z.ZodMiniInt;}>;summary:ZS<string>;differs:z.ZodMiniBoolean<boolean>;before:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;confidence:z.ZodMiniNullable<z.ZodMiniEnum<{"by-elimination":"by-elimination";clear:"clear";lean:"lean";}>>;settled:z.ZodMiniBoolean<boolean>;}>;after:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;confidence:z.ZodMiniNullable<z.ZodMiniEnum<{"by-elimination":"by-elimination";clear:"clear";lean:"lean";}>>;settled:z.ZodMiniBoolean<boolean>;}>;facts:ZA<ZB<{component:ZS<string>;fact:ZS<string>;before:ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;}>;after:ZB<{state:z.ZodMiniEnum<{answered:"answered";assumed:"assumed";unanswered:"unanswered";unknown:"unknown";}>;answer:ZO<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>>;}>;}>>;scope:ZA<ZB<{component:ZS<string>;before:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;after:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;}>>;criteria:ZA<ZB<{component:ZS<string>;before:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;after:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;id:ZS<string>;favours:ZA<ZS<string>>;against:ZO<ZA<ZS<string>>>;driver:ZS<string>;strength:z.ZodMiniEnum<{moderate:"moderate";strong:"strong";weak:"weak";}>;}>>;vetoes:ZA<ZB<{component:ZS<string>;before:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;after:z.ZodMiniEnum<{false:"false";true:"true";unknown:"unknown";}>;id:ZS<string>;against:ZA<ZS<string>>;}>>;drivers:ZA<ZB<{component:ZS<string>;driver:ZS<string>;before:z.ZodMiniRecord<ZS<string>,z.ZodMiniEnum<{"":"";moderate:"moderate";strong:"strong";weak:"weak";}>>;after:z.ZodMiniRecord<ZS<string>,z.ZodMiniEnum<{"":"";moderate:"moderate";strong:"strong";weak:"weak";}>>;}>>;}>;

type WhatIfTrace = z.infer<typeof whatIfSchema>;

/**
 * The JSON Schema of what `madrigal what-if --json` prints: one comparison for each decision of a profile.
 *
 * @returns a schema of draft 2020-12
 */
declare const whatIfJsonSchema: () => Readonly<Record<string, unknown>>;
export {};

/**
 * What would be, beside what is, as plain data, ready for JSON.
 *
 * @param before from `evaluate`
 * @param after from `evaluate`, with the same pack and with a profile of the same components
 * @returns one item of what `whatIfJsonSchema` describes
 */
declare function whatIfTrace(before: Evaluation, after: Evaluation): WhatIfTrace;

/**
 * What would be, beside what is, for a terminal: the verdict, and the answers, drivers and criteria that differ.
 *
 * @param before from `evaluate`
 * @param after from `evaluate`, with the same pack and with a profile of the same components
 * @param layout the width in columns, and whether to mark headings with ANSI escapes
 * @returns lines that end in a line feed
 */
declare function whatIfText(before: Evaluation, after: Evaluation, { width, colour }: TextLayout): string;

declare const askSchema:ZB<{project:ZS<string>;pack:ZB<{id:ZS<string>;version:z.ZodMiniInt;}>;verdict:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;confidence:z.ZodMiniNullable<z.ZodMiniEnum<{"by-elimination":"by-elimination";clear:"clear";lean:"lean";}>>;settled:z.ZodMiniBoolean<boolean>;}>;open:z.ZodMiniInt;ranked:z.ZodMiniBoolean<boolean>;questions:ZA<ZB<{fact:ZS<string>;component:z.ZodMiniNullable<ZS<string>>;components:ZA<ZS<string>>;question:ZS<string>;type:z.ZodMiniEnum<{boolean:"boolean";number:"number";"one-of":"one-of";"set-of":"set-of";}>;answers:ZA<ZB<{answer:z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>,ZS<string>,z.ZodMiniNumber<number>,ZA<ZS<string>>]>;values:ZO<ZA<ZS<string>>>;interval:ZO<ZB<{from:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;to:ZO<ZB<{value:z.ZodMiniNumber<number>;included:z.ZodMiniBoolean<boolean>;}>>;}>>;decision:ZB<{kind:z.ZodMiniEnum<{chosen:"chosen";"insufficient-evidence":"insufficient-evidence";"no-option":"no-option";"out-of-scope":"out-of-scope";"scope-unknown":"scope-unknown";split:"split";tie:"tie";}>;option:ZO<ZS<string>>;assignment:ZO<z.ZodMiniRecord<ZS<string>,ZS<string>>>;options:ZO<ZA<ZS<string>>>;}>;differs:z.ZodMiniBoolean<boolean>;settles:z.ZodMiniBoolean<boolean>;}>>;}>>;}>;

type QuestionTrace = z.infer<typeof askSchema>;

/**
 * The JSON Schema of what `madrigal ask --json` prints: the open questions of each decision of a profile.
 *
 * @returns a schema of draft 2020-12
 */
declare const askJsonSchema: () => Readonly<Record<string, unknown>>;
export {};

/**
 * The questions whose answers could change the verdict, with what each answer would do, as plain data, ready for JSON.
 *
 * @param evaluation from `evaluate`
 * @param limit how many questions to show; all where it is not given
 * @returns one item of what `askJsonSchema` describes
 */
declare function askTrace(evaluation: Evaluation, limit?: number): QuestionTrace;

/**
 * The questions whose answers could change the verdict, with what each answer would do, for a terminal or a file.
 *
 * @param evaluation from `evaluate`
 * @param layout the width in columns, and whether to mark headings with ANSI escapes
 * @param limit how many questions to show; all where it is not given
 * @returns lines that end in a line feed
 */
declare function askText(evaluation: Evaluation, layout: TextLayout, limit?: number): string;

interface Point {
	readonly headline: string;
	readonly lines: readonly string[];
}

/**
 * Everything that a template may show, beside the `sources` that what it shows cites. All text is Markdown, escaped where it
 * came from a profile; every field is always present, and empty where there is nothing to say.
 */
interface RecordView {
	readonly id: string;
	readonly number: number;
	readonly status: string;
	readonly statusWord: string;
	readonly date: string;
	readonly title: string;
	/** Whether a tool of this repository, log4brains or adr-log, reads the head line by line. */
	readonly lineReaders: boolean;
	/** Id of the record that this one proposes to supersede, and a link to it; empty when there is none. */
	readonly supersedes: string;
	readonly supersedesLink: string;
	readonly deciders: string;
	/** YAML flow lists, empty when nobody is named. */
	readonly frontMatter: {
		readonly deciders: string;
		readonly consulted: string;
		readonly informed: string;
	};
	/** What the project is, and its components, in a person's own words. */
	readonly context: readonly string[];
	readonly question: string;
	readonly options: readonly string[];
	readonly decision: string;
	/** What the comparison does not cover, and what a veto rules out. */
	readonly exclusions: readonly string[];
	readonly confidence: readonly string[];
	readonly table: readonly string[];
	readonly chosen: boolean;
	readonly why: readonly Point[];
	readonly against: readonly Point[];
	/** Says so where nothing argues against what was chosen, and which drivers speak for all alike. */
	readonly level: readonly string[];
	/** Where nothing was chosen: what speaks for each option, or against it, and what they have in common. */
	readonly sides: readonly {
		readonly option: string;
		readonly opposed: boolean;
		readonly points: readonly Point[];
	}[];
	readonly shared: readonly string[];
	/** "Good, because …" and "Bad, because …". */
	readonly consequences: readonly string[];
	readonly changesIntroduction: string;
	readonly changes: readonly string[];
	/** What was assumed and what is open; said also where it is nothing. */
	readonly open: readonly string[];
	readonly questions: readonly string[];
	/** When the decision is to be looked at again; empty when the profile names no day. */
	readonly revisit: string;
	readonly profilePath: string;
	/** The path of the evidence from the folder of the record; empty where it is not written. */
	readonly evidence: string;
	readonly pack: {
		readonly title: string;
		readonly version: number;
		readonly verified: string;
		/** Whose rules were added to the comparison; empty where there are none. */
		readonly house: string;
		/** The path of a pack or a house that does not come with Madrigal, as the profile names it; empty for one that does. */
		readonly file: string;
	};
	/** The sources that any of this cites, in the pack's order. */
	readonly cited: readonly Source[];
}

/** What a record needs beside the evaluation. Nothing here comes from the clock or the machine. */
interface RecordHead {
	readonly id: string;
	readonly number: number;
	/** `YYYY-MM-DD` */
	readonly date: string;
	/** Relative to the repository, with `/`. */
	readonly profilePath: string;
	/** The day by which the decision is to be looked at again, `YYYY-MM-DD`. */
	readonly revisitBy?: string;
	/** The accepted record that this one proposes to supersede. */
	readonly supersedes?: SupersededRecord;
	/** Whether the head is for log4brains or adr-log, which read the title right below the front matter and bullets below it. */
	readonly lineReaders?: boolean;
	/** The path of the evidence from the folder of the record. */
	readonly evidence?: string;
}

interface SupersededRecord {
	readonly id: string;
	readonly fileName: string;
}

/**
 * The view model of a record: everything that a template may show, as Markdown, cut to what a page holds.
 *
 * @param evaluation from `evaluate`
 * @param head the record's id, number and date (`YYYY-MM-DD`), and the path of the profile
 * @returns the view; equal arguments give equal views
 * @see docs/records.md for its fields
 */
declare function buildRecord(evaluation: Evaluation, head: RecordHead): RecordView;

/** Makes the Markdown of a record from its view: one that comes with Madrigal, or one from `compileTemplate`. */
interface Template {
	(view: TemplateView): string;
	/** Whether it shows everything that cites a source, as those that come with Madrigal do. */
	readonly showsAll?: true;
}

type TemplateView = Omit<RecordView, 'cited'> & {
	readonly sources: readonly string[];
};

/** A Handlebars template and the partials that it may use, by name. */
interface TemplateText {
	readonly text: string;
	readonly partials: Readonly<Record<string, string>>;
}

/**
 * Makes a template from its text. It is compiled when it is first used, once: that takes longer than to render.
 *
 * @param given the text of a Handlebars template, and the texts of its partials by name
 * @returns a template for `renderRecord`; using it throws an Error whose message is for the template's author, when it is wrong
 */
declare function compileTemplate({ text, partials }: TemplateText): Template;

/**
 * Renders a record. The view is Markdown already, so nothing is escaped here.
 *
 * @param view from `buildRecord`
 * @param template one that comes with Madrigal, or one from `compileTemplate`
 * @returns Markdown with line feeds, one at the end
 * @throws an Error whose message is for the template's author, when the template is wrong
 */
declare function renderRecord({ cited, ...shown }: RecordView, template: Template): string;

interface RecordMarks {
	readonly id: string;
	readonly number: number | null;
	readonly supersedes: string;
	readonly date: string;
}

/**
 * Reads the marks of a record that Madrigal wrote, in the MADR or the Nygard form.
 *
 * @param text Markdown with line feeds
 * @returns the marks, or null for any other text
 */
declare function readRecord(text: string): RecordMarks | null;

/**
 * A name for files and ids, never empty. Letters lose their accents and keep their script, so that two names hardly ever
 * become one. They are compared and folded by Unicode, not by locale.
 */
declare function slugOf(text: string): string;

/** `python-vs-go/fleet-agent@1`: the pack, what is decided about, and the how-manieth record of that decision. */
declare const recordId: (pack: string, subject: string, generation?: number) => string;

/** `0001-language-for-fleet-agent.md`. It names the question, not the answer, so that it stays true when the answer changes. */
declare function recordFileName(number: number, topic: string, subject: string): string;

interface BranchFile {
	readonly name: string;
	readonly number: number | null;
}

declare const evidenceSchema: () => z.ZodMiniObject<{
	format: z.ZodMiniLiteral<1>;
	criteria: z.ZodMiniObject<{
		id: z.ZodMiniString<string>;
		version: z.ZodMiniNumber<number>;
		verified: z.ZodMiniString<string>;
		house: z.ZodMiniOptional<z.ZodMiniString<string>>;
		files: z.ZodMiniOptional<z.ZodMiniArray<z.ZodMiniObject<{
			path: z.ZodMiniString<string>;
			sha256: z.ZodMiniString<string>;
		}, z.core.$strict>>>;
	}, z.core.$strict>;
	decision: z.ZodMiniObject<{
		kind: z.ZodMiniEnum<{
			chosen: "chosen";
			"insufficient-evidence": "insufficient-evidence";
			"no-option": "no-option";
			"out-of-scope": "out-of-scope";
			"scope-unknown": "scope-unknown";
			split: "split";
			tie: "tie";
		}>;
		options: z.ZodMiniRecord<z.ZodMiniString<string>, z.ZodMiniString<string>>;
	}, z.core.$strict>;
	dominantConstraint: z.ZodMiniOptional<z.ZodMiniString<string>>;
	confidence: z.ZodMiniNullable<z.ZodMiniEnum<{
		"by-elimination": "by-elimination";
		clear: "clear";
		lean: "lean";
	}>>;
	settled: z.ZodMiniBoolean<boolean>;
	components: z.ZodMiniArray<z.ZodMiniObject<{
		id: z.ZodMiniString<string>;
		name: z.ZodMiniString<string>;
		facts: z.ZodMiniRecord<z.ZodMiniString<string>, z.ZodMiniObject<{
			state: z.ZodMiniEnum<{
				answered: "answered";
				assumed: "assumed";
				unanswered: "unanswered";
				unknown: "unknown";
			}>;
			answer: z.ZodMiniOptional<z.ZodMiniUnion<readonly [z.ZodMiniBoolean<boolean>, z.ZodMiniNumber<number>, z.ZodMiniString<string>, z.ZodMiniArray<z.ZodMiniString<string>>]>>;
			says: z.ZodMiniOptional<z.ZodMiniString<string>>;
		}, z.core.$strict>>;
		criteria: z.ZodMiniRecord<z.ZodMiniString<string>, z.ZodMiniObject<{
			driver: z.ZodMiniString<string>;
			favours: z.ZodMiniArray<z.ZodMiniString<string>>;
			against: z.ZodMiniOptional<z.ZodMiniArray<z.ZodMiniString<string>>>;
			strength: z.ZodMiniEnum<{
				moderate: "moderate";
				strong: "strong";
				weak: "weak";
			}>;
		}, z.core.$strict>>;
		vetoes: z.ZodMiniArray<z.ZodMiniString<string>>;
	}, z.core.$strict>>;
}, z.core.$strict>;

type EvidenceData = z.infer<ReturnType<typeof evidenceSchema>>;

declare function evidenceData(evaluation: Evaluation): EvidenceData;

interface Choice {
	readonly options: readonly string[];
	readonly chosen: readonly string[];
}

/** A record that a profile calls for. What chooses no option never takes the place of an accepted one. */
interface WantedRecord extends Choice {
	/** The id of the first record of this decision; later ones differ in the number behind the `@`. */
	readonly id: string;
	readonly topic: string;
	readonly subject: string;
	/** Relative to the repository, with `/`. */
	readonly directory: string;
	/** A result that says nothing about the options makes no new record, but an existing one follows it. */
	readonly worthCreating: boolean;
	/** What the pack's rules say of the components now. */
	readonly evidence: readonly ComponentEvidence[];
	/** `YYYY-MM-DD`: the day by which the profile wants the decision to be looked at again. */
	readonly revisitBy?: string;
	/** `path` is that of the record, to which its links are relative. */
	readonly render: (number: number, date: string, path: string, proposal?: Proposal) => string;
	/** What the record rests on. */
	readonly support: () => Support;
}

/** A decision that a profile asks for, judged, with the record that it calls for. */
interface WantedDecision {
	/** The path of the profile, relative to the repository and with `/`. */
	readonly profile: string;
	readonly request: DecisionRequest;
	readonly evaluation: Evaluation;
	readonly record: WantedRecord;
}

interface Support {
	readonly lines: readonly string[];
	readonly data: EvidenceData;
}

/** A later record of a decision. */
interface Proposal {
	readonly id: string;
	/** The accepted record whose place it would take. `fileName` is a path from the folder of the proposal. */
	readonly supersedes?: {
		readonly id: string;
		readonly fileName: string;
	};
}

interface KnownEvidence {
	readonly evidence: ReadonlyMap<string, string>;
	readonly evidenceData: ReadonlyMap<string, string>;
}

/** The files that a plan starts from. Paths are relative to the repository, with `/`. */
interface ExistingFiles extends KnownEvidence {
	/** The Markdown files of the record directories, and records that were moved elsewhere. */
	readonly records: ReadonlyMap<string, string>;
	/** What the machine last wrote for each record, by id. */
	readonly bases: ReadonlyMap<string, string>;
	/** The records as they were accepted, by id. */
	readonly accepted: ReadonlyMap<string, string>;
	/** What the machine wanted to write for records in which it left conflict markers, by id. */
	readonly pending: ReadonlyMap<string, string>;
	/** Whether the machine has nothing in the repository yet. */
	readonly isFirstRun: boolean;
	/** The files in the record directories on other branches, by directory; looked up for new records. */
	readonly elsewhere?: ReadonlyMap<string, readonly BranchFile[]>;
}

/** A repository without a record. */
declare const noFiles: ExistingFiles;

/** Where the records of a profile go and what they look like. Paths are relative to the repository, with `/`. */
interface RecordPlace {
	readonly directory: string;
	/** Where the facts stand; records name it. */
	readonly profilePath: string;
	readonly template: Template;
	/** Whether the head of a record has to suit tools that read it line by line. */
	readonly lineReaders?: boolean;
	/** The decisions of which there are records, as `pack/subject`; asked for packs that have had other ids. */
	readonly recorded?: ReadonlySet<string>;
}

/**
 * Judges every decision of a profile, and says which records they call for.
 *
 * @param profile from `parseProfile`
 * @param packs from `parsePack`, by the words with which the profile asks for them; a decision without its pack is left out
 * @param place where the records go, and the template that they are rendered with
 * @returns the evaluations, each with the record that `planChanges` takes; rendering throws where a template is wrong
 */
declare const wantedDecisions: (profile: Profile, packs: ReadonlyMap<string, Pack>, place: RecordPlace) => readonly WantedDecision[];

interface EvidenceChange {
	readonly confidence: {
		readonly was: string;
		readonly now: string;
	} | null;
	readonly facts: readonly {
		readonly fact: string;
		readonly component: string;
	}[];
	readonly gone: readonly string[];
	readonly added: readonly string[];
}

type Segment = {
	readonly kind: 'settled';
	readonly lines: readonly string[];
} | {
	readonly kind: 'conflict';
	readonly why: 'statement' | 'decision';
	readonly base: readonly string[];
	readonly mine: readonly string[];
	readonly theirs: readonly string[];
	readonly line: number;
};

/** One file to write, or to delete where `text` is null. `expected` is what planning saw there; null for no file. */
interface Write {
	readonly path: string;
	readonly text: string | null;
	readonly expected: string | null;
}

type ChangeKind = 'create' | 'update'
/** A person's edits and the new rendering fit together. */
 | 'merge'
/** Like `merge`, with the person's side of every conflict. */
 | 'merge-mine'
/** Both sides of every conflict, between markers; `madrigal resolve` ends it. */
 | 'mark-conflicts'
/** The file is as it should be already; only the machine's own copy is behind. */
 | 'adopt' | 'unchanged'
/** The file is as it should be, but for its id, which it gets again. */
 | 'identify'
/** An accepted record stands, and another one that would supersede it is proposed. */
 | 'supersede'
/** A record that is no longer proposed is left alone, although the profile chooses something else. */
 | 'kept'
/** An accepted record whose decision still follows, from other evidence. */
 | 'still-follows'
/** The profile chooses nothing now, and that ends no decision. */
 | 'undecided'
/** A record's prose does not tell whether it decides what the profile chooses now. */
 | 'untold'
/** A proposal against what people have accepted or declined already, and the profile says now. */
 | 'groundless'
/** A person's edits and the new rendering touch the same statements. */
 | 'conflict'
/** Merged, the record would not be sound. */
 | 'broken'
/** Conflict markers are still in the record. */
 | 'unresolved'
/** The machine's own copy is missing, so that nobody can tell what a person wrote. */
 | 'base-missing'
/** Two files have the same id. */
 | 'duplicate'
/** The record was written once and removed by a person. */
 | 'deleted'
/** An accepted record that was removed comes back as it was accepted. */
 | 'restore'
/** A record that somebody else wrote becomes the record of a decision. */
 | 'take' | 'not-written';

/** What happens to one record, and why. */
interface Change {
	readonly kind: ChangeKind;
	readonly id: string;
	/** The record's file; the first of them where several have its id. */
	readonly path: string;
	/** All files with the id, where there are several. */
	readonly twins?: readonly string[];
	readonly before: string;
	readonly after: string;
	/** The new rendering, where the machine's own copy follows it. */
	readonly rendered?: string;
	readonly segments?: readonly Segment[];
	/** More about the reason: what is broken, a line number, or the other record that it is about. */
	readonly detail?: string;
	/** The status of the record in question: of the one in `detail`, if there is one. */
	readonly status?: string;
	readonly evidence?: EvidenceChange;
	/** The files of the evidence that are missing or not what follows. */
	readonly support?: readonly Write[];
	/** Records that people accepted by hand, and that are remembered from now on. */
	readonly copies?: readonly AcceptedCopy[];
	/** Records that had lost their ids. */
	readonly lost?: readonly {
		readonly id: string;
		readonly path: string;
	}[];
	/** Accepted records that were edited since, with the first line that was. */
	readonly edited?: readonly {
		readonly path: string;
		readonly line: number;
	}[];
	/** What the record says about when to look at it again, and has come about. */
	readonly met?: readonly MetTrigger[];
	/** The day by which it was to be looked at again, if that has passed. */
	readonly overdue?: string;
}

interface MetTrigger {
	readonly path: string;
	readonly line: number;
	readonly sentence: string;
}

interface AcceptedCopy {
	readonly id: string;
	readonly path: string;
	readonly text: string;
}

/** What to do where a person's edits and the new rendering touch the same statements. */
type ConflictPolicy = 'stop' | 'mine' | 'markers';

/** What a person has decided beforehand. */
interface PlanPolicy {
	readonly conflict?: ConflictPolicy;
	/** Take records without a base under care: all that differs from the new rendering counts as written by a person. */
	readonly adopt?: boolean;
	/** Write deleted records again. */
	readonly restore?: boolean;
}

interface UnaskedRecord {
	readonly id: string;
	readonly path: string;
	readonly isAccepted: boolean;
	readonly profile: string | null;
}

interface Orphan extends UnaskedRecord {
	readonly isProfileGone: boolean;
}

/** What a run would do. */
interface Plan {
	readonly changes: readonly Change[];
	/** Empty when a person has to decide first, unless conflicts are marked on request. */
	readonly writes: readonly Write[];
	readonly needsPerson: boolean;
	/** Records that no profile asks for any more, where somebody has looked for them. */
	readonly orphans?: readonly Orphan[];
}

/**
 * Compares the records that profiles call for with the files that are there.
 *
 * @param wanted the records, each with a function that renders it for a number and a date
 * @param existing the texts of the record directories and of the machine's own copies
 * @param date `YYYY-MM-DD`, used only for what is written anew
 * @param policy what a person has decided beforehand, such as what to do with conflicts
 * @returns what would be done and why, and the files to write: none at all when a person has to decide first
 */
declare function planChanges(wanted: readonly WantedRecord[], existing: ExistingFiles, date: string, policy?: PlanPolicy): Plan;

export {
	parsePack,
	extendedCriteria,
	parseHouse,
	criteriaJsonSchema,
	houseJsonSchema,
	lintPack,
	parseProfile,
	requestedCriteria,
	profileJsonSchema,
	changeFacts,
	readChanges,
	editProfile,
	decodeText,
	diagnosticCodes,
	formatDiagnostic,
	evaluate,
	explain,
	compareEvaluations,
	answerEffects,
	evaluationTrace,
	evaluationJsonSchema,
	evaluationText,
	textOfEvidence,
	explanationTrace,
	explanationJsonSchema,
	explanationText,
	whatIfTrace,
	whatIfJsonSchema,
	whatIfText,
	askTrace,
	askJsonSchema,
	askText,
	buildRecord,
	compileTemplate,
	renderRecord,
	readRecord,
	recordFileName,
	recordId,
	slugOf,
	wantedDecisions,
	planChanges,
	noFiles,
	type Diagnostic,
	type DiagnosticCode,
	type Place,
	type Result,
	type SourceText,
	type Answer,
	type Fact,
	type FactState,
	type Component,
	type DecisionRequest,
	type Profile,
	type FactChange,
	type WrittenAnswer,
	type Comparison,
	type Condition,
	type Adjustment,
	type Basis,
	type Criterion,
	type Difference,
	type Driver,
	type House,
	type HouseAnswer,
	type Option,
	type Pack,
	type PackFile,
	type Strength,
	type TieBreak,
	type Veto,
	type WatchPoint,
	type Evaluation,
	type Verdict,
	type Explanation,
	type EvaluationDifference,
	type AnswerEffect,
	type Confidence,
	type Decision,
	type EvaluationTrace,
	type ExplanationTrace,
	type WhatIfTrace,
	type QuestionTrace,
	type RecordHead,
	type TemplateText,
	type Template,
	type RecordView,
	type Change,
	type ChangeKind,
	type ConflictPolicy,
	type PlanPolicy,
	type Plan,
	type RecordPlace,
	type ExistingFiles,
	type Proposal,
	type WantedDecision,
	type WantedRecord,
	type Write,
};
