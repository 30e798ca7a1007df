package prose

import "time"

func processor() (used time.Duration, ok bool) { return 0, false }
