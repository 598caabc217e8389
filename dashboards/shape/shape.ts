// What a dashboard may say, by Grafana's own types. A word that they do not know is an error, so is a wrong value.
import type * as grafana from "@grafana/schema";
import type * as bargauge from "@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen";
import type * as stat from "@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen";
import type * as states from "@grafana/schema/dist/esm/raw/composable/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen";
import type * as table from "@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen";
import type * as timeseries from "@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen";

/** The words of an enumeration instead of its members, as JSON has only words. */
type Written<T> = T extends string ? `${T}` : T extends object ? {[K in keyof T]: Written<T[K]>} : T;

/** Grafana has defaults for whatever is left out. */
type Partly<T> = T extends Array<infer E> ? Array<Partly<E>> : T extends object ? {[K in keyof T]?: Partly<T[K]>} : T;

type Place = Required<Omit<grafana.GridPos, "static">>;
type Source = {type: "prometheus"; uid: "${datasource}"};
type Link = {title: string; url: string; targetBlank?: boolean};

/** The types leave questions to the data source; these are what its editor writes. */
type Question = {
  refId: string;
  datasource: Source;
  expr: string;
  instant: boolean;
  range: boolean;
  format?: "table" | "time_series";
  legendFormat?: string;
};

type Property = {id: string; value: unknown};

type PanelOf<Type, Options, Custom> = Omit<
  Written<grafana.Panel>,
  "id" | "type" | "title" | "description" | "gridPos" | "datasource" | "targets" | "fieldConfig" | "options"
> & {
  id: number;
  type: Type;
  title: string;
  description: string;
  gridPos: Place;
  datasource: Source;
  targets: Question[];
  options: Partly<Written<Options>>;
  fieldConfig: {
    defaults: Omit<Written<grafana.FieldConfig>, "custom" | "links"> & {custom?: Partly<Written<Custom>>; links?: Link[]};
    overrides: {matcher: {id: "byName"; options: string}; properties: Property[]}[];
  };
};

type Panel =
  | PanelOf<"stat", stat.Options, never>
  | PanelOf<"bargauge", bargauge.Options, never>
  | PanelOf<"state-timeline", states.Options, states.FieldConfig>
  | PanelOf<"table", table.Options, table.FieldConfig>
  | PanelOf<"timeseries", timeseries.Options, timeseries.FieldConfig>;

type Row = Omit<Written<grafana.RowPanel>, "panels"> & {panels: []};

/** The second part is the data source's again. */
type Annotation = Written<grafana.AnnotationQuery> & {
  expr: string;
  titleFormat: string;
  textFormat: string;
  tagKeys: string;
};

export type Dashboard = Omit<Written<grafana.Dashboard>, "id" | "panels" | "annotations" | "templating"> & {
  id: null;
  panels: (Panel | Row)[];
  annotations: {list: Annotation[]};
  templating: {list: (Written<grafana.VariableModel> & {definition?: string})[]};
};
