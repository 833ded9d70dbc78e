#ifndef LEXIGRAM_CARCHIVE_H
#define LEXIGRAM_CARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

#endif
