// What the server sends: a page of the dashboard, a story for the stage, and the answers the page
// asks for. One shape, one name; Python composes the same.

/** A language of the dashboard. */
export type Language = "kk" | "ru" | "en";
export type Words = Record<string, string>;
/** A code and its name in the page's language. */
export type Option = [code: string, label: string];
/** What the viewer chose, as it stands in the address. */
export type View = { lang: Language; region?: string; sector?: string; period?: string };

/** A link to a page of the dashboard, and to a place on it. */
export interface Link {
  page: string;
  href: string;
  wanted?: Record<string, string>;
}
export interface LabelledLink extends Link {
  label: string;
}
export interface TextLink extends Link {
  text: string;
}
export interface NavItem extends LabelledLink {
  current: boolean;
  menu: "" | "areas" | "lookups";
}
export interface LanguageChoice {
  code: Language;
  label: string;
  name: string;
  current: boolean;
}
export interface Filter {
  name: "period" | "region" | "sector";
  label: string;
  value: string;
  options: Option[];
}
export interface Message {
  kind: string;
  text: string;
}
export interface Release {
  number: number;
  text: string;
  /** That it is a draft or a demonstration; blank if it is one for readers. */
  mark: string;
}

/** A page: its frame and its blocks. */
export interface Page {
  page: string;
  lang: Language;
  view: View;
  brand: string;
  title: string;
  lead: string;
  words: Words;
  nav: NavItem[];
  langs: LanguageChoice[];
  filters: Filter[];
  messages: Message[];
  profiles: LabelledLink[];
  blocks: Block[];
  printable: boolean;
  /** The page that can be presented and taken along; blank where none can. */
  deck: string;
  /** How many exhibits a story of one's own may hold. */
  limit: number;
  release: Release | null;
}

/** The blocks of a page by their type. */
export interface Blocks {
  tiles: TilesBlock;
  section: SectionBlock;
  contents: ContentsBlock;
  lists: ListsBlock;
  area: AreaBlock;
  table: TableBlock;
  choices: ChoicesBlock;
  explorer: ExplorerBlock;
  stories: StoriesBlock;
  promises: PromisesBlock;
  prose: ProseBlock;
  back: BackBlock;
  changes: ChangesBlock;
  since: SinceBlock;
}
export type BlockType = keyof Blocks;
export type Block = Blocks[BlockType];

export interface ChangesBlock {
  type: "changes";
  releases: ChangedRelease[];
  older: string;
  feed: string;
  words: Words;
}
export interface ChangedRelease {
  number: number;
  id: string;
  title: string;
  lead: string;
  kinds: ChangedKind[];
}
export interface ChangedKind {
  kind: string;
  title: string;
  columns: string[];
  rows: Cell[][];
  groups: ChangedGroup[];
}
export interface ChangedGroup {
  id: string;
  label: string;
  count: string;
  link: TextLink | null;
  rows: string[][];
  more: string;
}
export interface SinceBlock {
  type: "since";
  digest: string;
  earlier: EarlierRelease[];
  said: string;
  months: string[];
  href: string;
}
export interface EarlierRelease {
  number: number;
  digest: string;
  said: string;
}
export interface TilesBlock {
  type: "tiles";
  tiles: Tile[];
}
export interface SectionBlock {
  type: "section";
  id: string;
  title: string;
  exhibits: Exhibit[];
}
export interface ContentsBlock {
  type: "contents";
  items: { id: string; label: string }[];
}
export interface ListsBlock {
  type: "lists";
  lists: List[];
}
export interface List {
  title: string;
  items: ListItem[];
  wide?: boolean;
  more?: LabelledLink;
}
export interface ListItem extends TextLink {
  mark: string;
  judgement: string;
  direction: Direction;
  word: string;
}
export interface AreaBlock {
  type: "area";
  id: string;
  title: string;
  link: LabelledLink;
  tiles: Tile[];
  exhibits: Exhibit[];
}
export interface ChoicesBlock {
  type: "choices";
  filter: string;
  items: Option[];
}
export interface ProseBlock {
  type: "prose";
  parts: { id: string; title: string; paragraphs: string[] }[];
}
export interface BackBlock extends TextLink {
  type: "back";
}

/** A table as wide as the page. */
export interface TableBlock extends TableHead {
  type: "table";
  id: string;
  title: string;
  lead: string;
  rows: Cell[][];
  search?: boolean;
  missing?: { label: string; items: TextLink[] } | null;
}
export interface TableHead {
  title?: string;
  columns: string[];
  numeric?: boolean[];
  fit?: boolean;
  shape?: string;
}
/** Words; words behind which more stands; links; a state of a promise; the result of a check. */
export type Cell = string | FurtherCell | LinkCell | LinksCell | SignCell | StatusCell;
export interface FurtherCell {
  text: string;
  further: string;
}
export interface LinkCell extends TextLink {
  further?: string;
}
export interface LinksCell {
  links: LinkCell[];
}
export interface SignCell {
  sign: StateSign;
  text: string;
}
export interface StatusCell {
  status: string;
  text: string;
}

export interface ExplorerBlock {
  type: "explorer";
  id: string;
  columns: string[];
  numeric: boolean[];
  kinds: Option[];
  hint: string;
  answer: string;
  file: string;
}
export interface ReceiptLink {
  href: string;
  text: string;
}
/** What `/api/figures` answers. */
export interface FiguresAnswer {
  count: number;
  said: string;
  rows: Cell[][];
  receipt: ReceiptLink | null;
}

export type Direction = "up" | "down" | "same" | "none";
export interface Note {
  kind: string;
  text: string;
}
/** What leads from a page with an exhibit. */
export interface TakenAlong {
  pin: string;
  code: string;
  embed: { address: string; height: number };
}

/** A headline number. */
export interface Tile extends Link, TakenAlong {
  id: string;
  label: string;
  value: string;
  before: string;
  delta: string;
  direction: Direction;
  direction_word: string;
  judgement: string;
  judgement_word: string;
  country: string;
  target: string;
  source: string;
  remark: string;
  definition: string;
  notes: Note[];
  /** The name of its area, where it stands outside of it. */
  kicker?: string;
}

/** A chart or table with its finding. */
export interface Exhibit extends TakenAlong {
  id: string;
  kind: string;
  traits: Traits;
  size: "half" | "full";
  title: string;
  subtitle: string;
  failed: boolean;
  figure: Figure | null;
  key: KeyItem[];
  key_only_narrow: boolean;
  notes: Note[];
  source: string;
  remark: string;
  definition: string;
  alt: string;
  /** The filter that a click on it sets. */
  pick: "region" | "sector" | null;
  table: ExhibitTable;
  hash: string;
  unfollowed: string;
  highlight: string;
  /** How many promises name it. */
  promises: number;
  release: string;
  files: Record<string, string>;
  href: string;
}
/** What is known of an exhibit's kind (app/catalogue/kinds.py): no script lists kinds by name. */
export interface Traits {
  /** Its rows are sentences: its table is always open. */
  sentences: boolean;
  /** It is made of the regions' outlines. */
  regions: boolean;
  /** What is not final has a hollow mark. */
  hollow: boolean;
  /** The part of a card's height that it can do with on a slide. */
  tight: number;
  /** On a slide it takes all the height there is. */
  stretched: boolean;
}
export interface ExhibitTable {
  columns: string[];
  numeric: boolean[];
  rows: string[][];
  picks: (string | null)[] | null;
}
export interface KeyItem {
  text: string;
  color: string;
  mark: string;
}

/** A Plotly figure: colours are tokens (`@fprk`), outlines of a map too (`@shape:KZ-47:x`). */
export interface Figure {
  data: Trace[];
  layout: Layout;
  forms: Forms;
}
/** What becomes of a figure where there is less room, fitted by app/charts/forms.py: scripts only pick. */
export interface Forms {
  /** In which form alone a trace is drawn; blank for all. */
  only: ("" | "map" | "tiles" | "wide" | "brief")[];
  /** The names of rows on a phone. */
  rows: string[];
  /** Names that leave the lines' ends for the key. */
  keyed: Keyed | null;
  /** Brief names of a matrix; those of its rows on a phone only. */
  brief: Brief | null;
  /** Notes at both sides as a phone has them. */
  broken: Broken | null;
  /** It is made of the regions' outlines. */
  regions: boolean;
  /** The places that a slide names beside it, the highest first; null where places are left out. */
  named: (string | null)[];
}
/** The words of notes below a width, null as they are, and the margin at their right. */
export interface Keyed {
  below: number;
  notes: (string | null)[];
  right: number;
}
/** The names of a matrix below a width. */
export interface Brief {
  below: number;
  columns: string[];
  rows: string[];
}
/** Notes in more lines of smaller type, and both margins. */
export interface Broken {
  notes: string[];
  size: number;
  left: number;
  right: number;
}
/** A trace, as far as the page looks into it. */
export interface Trace {
  [attribute: string]: any;
}
/** A layout, as far as the page looks into it. */
export interface Layout {
  height: number;
  width?: number;
  margin: Margin;
  [attribute: string]: any;
}
export interface Margin {
  l: number;
  r: number;
  t: number;
  b: number;
  pad?: number;
}
/** The outlines of the regions and their places on the tile map; heights grow upwards. */
export interface Geometry {
  map: {
    width: number;
    height: number;
    regions: Record<string, Outline & { label: [x: number, y: number] }>;
  };
  tiles:
    | Record<string, [column: number, line: number]>
    | { tiles: Record<string, [column: number, line: number]> };
}
export interface Outline {
  x: (number | null)[];
  y: (number | null)[];
}

export type StateSign =
  | "achieved"
  | "on_track"
  | "behind"
  | "in_progress"
  | "planned"
  | "cannot_say"
  | "no_figure"
  | "not_measurable";
export interface PromisesBlock {
  type: "promises";
  id: string;
  count: number;
  counts: Partial<Record<StateSign, number>>;
  states: PromiseState[];
  standing: { title: string; hint: string; groups: PromiseGroup[] };
  method: TextLink;
  file: string;
  filters: { name: string; label: string; options: Option[] }[];
  figures: Record<string, TextLink>;
  aims: Aim[];
  rows: PromiseRow[];
  documents: Words;
  heads: string[];
  kinds: Words;
  words: Words;
}
export interface PromiseState {
  code: StateSign;
  label: string;
  meaning: string;
  among: string;
}
export interface PromiseGroup {
  code: string;
  label: string;
  head: string;
  rows: PromiseCounts[];
}
export interface PromiseCounts {
  code: string;
  label: string;
  counts: Partial<Record<StateSign, number>>;
  count: number;
}
export interface Aim {
  id: string;
  commitment: string;
  text: string;
  further: string;
  by: string;
  where: string;
  steps: [label: string, value: string][];
  /** Where they stand from nothing to the largest of them, in per cent. */
  bar: { base?: number; now: number; goal: number } | null;
  said: string;
  sign: StateSign;
  status: string;
  second: string;
  firm: string;
  exhibits: string[];
}
export interface PromiseRow {
  id: string;
  text: string;
  area: string;
  by: string;
  modality: string;
  state: StateSign;
  due: string;
  reason: string;
  document: string[];
  said: string;
  where: string;
  exhibits: string[];
  aims: string[];
  places: [document: string, place: string, kind: string][];
}

export interface StoriesBlock {
  type: "stories";
  house: HouseStory[];
  answer: string;
  words: Words;
}
export interface HouseStory {
  id: string;
  title: string;
  count: string;
}
/** What `/api/story` answers. */
export interface StoryAnswer {
  title: string;
  messages: Message[];
  slides: SlideTold[];
}
export interface SlideTold extends Link {
  link: string;
  title: string;
  what: string;
  area: string;
  missing: boolean;
}

/** What `/api/files` answers of a file that is being written. */
export interface FileAnswer {
  id?: string;
  state: FileState;
  done?: number;
  all?: number;
  file?: string;
  said?: string;
}
export type FileState = "waiting" | "working" | "ready" | "failed" | "lost" | "cancelled";

/** A story for the stage, in one language. */
export interface Deck {
  lang: Language;
  view: View;
  story: string;
  title: string;
  brand: string;
  release: Release;
  langs: Omit<LanguageChoice, "current">[];
  words: Words;
  messages: string[];
  filters: Filter[];
  slides: Slide[];
}
interface SlideFrame {
  number: number;
  link: string;
  title: string;
  said: string;
  code: string;
  address: string;
}
/** A slide whose exhibit does not exist. */
export interface MissingSlide extends SlideFrame {
  id: "";
  kind: "missing";
  missing: true;
}
/** A slide that shows an exhibit. */
export interface ShownSlide extends Exhibit, SlideFrame {
  page: string;
  tile?: Tile;
  /** The receipt's address as a QR: its side in modules and its path. */
  qr: [size: number, path: string];
}
export type Slide = MissingSlide | ShownSlide;
