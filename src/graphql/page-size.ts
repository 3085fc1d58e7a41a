/** The largest page, unless a gateway takes less. */
export const MAX_PAGE_SIZE = 1_000;
/** The page when no size is given. */
export const DEFAULT_PAGE_SIZE = 100;
