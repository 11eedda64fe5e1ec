#pragma once
#include <sqlite3.h>

// sqlite3_config takes a variable number of arguments, which Swift does not call.
static inline int sabak_sqlite_without_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static inline int sabak_sqlite_tell_faults(void (*told)(void *, int, const char *)) {
    return sqlite3_config(SQLITE_CONFIG_LOG, told, (void *)0);
}
