/**
 * Closed lists that the window shows as choices. They stand apart from the inputs: the library of schemas stays out of the window.
 */

/** `jan1` = as of 1 January of the year; `year` = over the calendar year before it. */
export const BASES = ['jan1', 'year'] as const;

/** Whose places a sheet lists: the whole community, the settlements of one starosta district, or the services of one provider. */
export const SCOPES = ['community', 'districts', 'providers'] as const;

/** Measures of services a sheet can ask for. */
export const COLLECTOR_MEASURES = ['identified', 'waiting', 'served', 'places', 'posts', 'postsFilled'] as const;

/**
 * What a column means. `value` carries numbers, the others say of whom, what and when; texts of `territory`, `group`, `service`,
 * `provider`, `measure`, `sex` and `age` are only matched with what the plan knows and never stored. `distinct` tells people apart
 * when rows are counted: its texts are compared in memory and dropped.
 */
export const IMPORT_ROLES = ['skip', 'value', 'low', 'high', 'territory', 'group', 'service', 'provider', 'measure', 'year', 'sex', 'age', 'source', 'asOf', 'note', 'distinct'] as const;

/** What a line of the dry run is. */
export const IMPORT_FILTERS = ['new', 'changed', 'same', 'kept', 'rejected'] as const;

/**
 * What a column of the provider register says. `personal` = of a person (phone, e-mail, name): dropped at reading; `service` = «Так» or «Ні» for one service.
 */
export const REGISTER_ROLES = ['skip', 'personal', 'code', 'name', 'shortName', 'form', 'ownership', 'legalAddress', 'serviceAddress', 'place', 'statusOn', 'service'] as const;

/** What a provider of the register is to the plan. */
export const REGISTER_FILTERS = ['new', 'changed', 'same', 'rejected'] as const;

/** How grave a finding of the checks is. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;

/** Where the share of a group that needs a service may come from, in the order of trust: own survey, own register, published elsewhere, assumed. */
export const RATE_SOURCES = ['survey', 'register', 'published', 'default'] as const;

/** What holds while nobody chose: any other way needs a reason. */
export const USUAL_METHOD = 'registry' as const;

/** Strata: who answered. Choices of these questions come from the plan (territories, groups) or are fixed (sex, age bands). */
export const ROLES = ['territory', 'sex', 'age', 'groups'] as const;

/** `service` asks three things about one service: needs it, gets it, how satisfied (1–5). */
export const QUESTION_KINDS = ['service', 'single', 'multiple', 'scale', 'number', 'open'] as const;

/** Kinds of documents of a stage. */
export const PAPER_KINDS = ['order', 'decision', 'minutes', 'letter', 'report', 'publication', 'other'] as const;

/** What people say of a stage: not begun, going, done, not needed. Late is seen from the dates. */
export const STAGE_STATES = ['planned', 'going', 'done', 'skipped'] as const;

/** Kinds of providers, in the order they are offered. */
export const PROVIDER_KINDS = ['territorial_centre', 'cnsp', 'css', 'day_centre', 'rehabilitation', 'residential', 'shelter', 'mobile_team', 'ngo', 'fop', 'other'] as const;

/** Sectors, in the order they are offered. */
export const SECTORS = ['municipal', 'state', 'non_state'] as const;

/** An answer that may be missing: '' = not known. */
export const YES_NO = ['', 'yes', 'no'] as const;

/** Licence of a provider: '' = not known, `notDue` = none is required. */
export const LICENCES = ['', 'yes', 'no', 'notDue'] as const;

/** By what right premises are used: '' = not known. */
export const PREMISES = ['', 'own', 'rent', 'free', 'none'] as const;

/** State of a facility. */
export const FACILITY_STATES = ['works', 'partly', 'destroyed', 'moved'] as const;

/** Ways to travel. By bus inside one settlement means on foot. */
export const TRAVEL_MODES = ['car', 'bus', 'foot'] as const;

/** What lies between two places and makes the way longer: '' = as in the rest of the community. */
export const TERRAINS = ['', 'plain', 'hills', 'forest', 'river', 'mountains'] as const;

/** What a correction does with the minutes: puts its own in their place, adds to them, or says that there is no way. */
export const CORRECTIONS = ['set', 'add', 'none'] as const;

/** What a number of reach is. */
export const REACH_RESULTS = ['minutes', 'within', 'assigned', 'ratio', 'index'] as const;

/** What is taken over from or given to another body. */
export const TRANSFERRED = ['staff', 'recipients', 'places', 'property'] as const;

/** How a service reaches the people of a place: given there, by a visiting team, in the centre, by a neighbour under an agreement, bought, not at all. */
export const WAYS = ['here', 'mobile', 'centre', 'neighbour', 'bought', 'absent'] as const;

/** Answers to a criterion of accessibility: '' = not answered, `na` = does not apply. */
export const ACCESS_ANSWERS = ['', 'yes', 'no', 'na'] as const;

/** Results of an accessibility audit, from the best. */
export const ACCESS_STATUSES = ['free', 'partial', 'barrier'] as const;

/** What fixes can reach: that people get in, or a better result. */
export const ACCESS_TARGETS = ['entrance', 'partial', 'free'] as const;

/** Most posts or persons, and most kopiykas a month, of one position: more is a mistake of typing. */
export const POSITION_MOST = { posts: 100_000, payKop: 1e12 } as const;

/** Age bands of staff: under 35, 35–49, 50–59, 60 and older. */
export const AGE_BANDS = ['under35', 'age35', 'age50', 'age60'] as const;

/** Qualification of staff: higher of the profession, other higher, vocational, none. */
export const QUALIFICATIONS = ['profile', 'higher', 'vocational', 'untrained'] as const;

/** When a state of a service holds: before the occupation or hostilities, during them, now, by plan. */
export const PHASES = ['before', 'during', 'now', 'plan'] as const;

/** Kinds of points of administrative services: ЦНАП, its branch, remote workplace, starosta's office, mobile team. */
export const POINT_KINDS = ['centre', 'branch', 'remote', 'starosta', 'mobile'] as const;

/** What restoration asks to be done. */
export const TASK_KINDS = ['demining', 'premises', 'power', 'water', 'internet', 'staff', 'transport', 'equipment', 'papers', 'money', 'other'] as const;

/** State of a task: not begun, going, done, stopped by something outside. */
export const TASK_STATES = ['planned', 'going', 'done', 'stopped'] as const;

/** By what residents are informed. */
export const CHANNEL_KINDS = ['starosta', 'visit', 'board', 'paper', 'loudspeaker', 'radio', 'call', 'sms', 'messenger', 'site', 'meeting', 'other'] as const;

/** How often a channel is used; '' = not said. */
export const HOW_OFTEN = ['', 'onChange', 'daily', 'weekly', 'monthly', 'seldom'] as const;

/** An answer to a question of a check; '' = not answered, `na` = does not apply. */
export const CHECK_ANSWERS = ['', 'yes', 'no', 'na'] as const;

/** What the size of a circle on the map can show. */
export const MAP_MEASURES = ['people', 'group', 'need', 'unmet', 'identified', 'served'] as const;

/** What the circles on the map are of. */
export const MAP_LEVELS = ['settlements', 'districts'] as const;

/** Signs of providers on the map: centres of services, day and rehabilitation centres, where people live, teams that travel, others. */
export const SIGN_SHAPES = ['centre', 'day', 'stay', 'mobile', 'other'] as const;
/** How an indicator of integration is counted: part of a whole, one number per another, one number. */
export const INDICATOR_KINDS = ['share', 'ratio', 'value'] as const;

/** What the value of an indicator of integration is written in. */
export const INDICATOR_UNITS = ['share', 'per1000', 'per100', 'm2', 'points', 'person', 'day', 'meeting', 'score', 'own'] as const;

/** Which way of an indicator is better. */
export const BETTERS = ['up', 'down', 'neutral'] as const;

/** Lengths of a period, the shortest first. */
export const PERIOD_KINDS = ['month', 'quarter', 'half', 'year'] as const;

/** Whom indicators of integration measure. */
export const POPULATIONS = ['idp', 'veteran', 'returnee', 'host', 'all'] as const;

/** How an indicator was measured: registers, statistics, a survey, an estimate. */
export const INDICATOR_METHODS = ['register', 'statistics', 'survey', 'estimate'] as const;

/** How respondents were chosen; only `random` and `all` allow a margin of error. */
export const SELECTIONS = ['all', 'random', 'quota', 'open_link', 'convenience', 'unknown'] as const;

/** What an indicator should reach: nothing said, a number, the value of the residents. */
export const TARGETS = ['none', 'value', 'host'] as const;

/** Papers that a snapshot holds beside the report, its publication, the indicators and the open data. */
export const APPROVED_PAPERS = ['package', 'staff', 'restoration', 'integration', 'integrationPublic'] as const;

/** Whom a table is for: the department, or the public (small counts hidden). */
export const EDITIONS = ['service', 'public'] as const;
