#ifndef LEXIGRAM_CLIBXML2_H
#define LEXIGRAM_CLIBXML2_H

/* libxml2's own headers include ICU's when it was built with it, and those clash
   with the ICU inside Foundation. Nothing of ICU is used through libxml2 here. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#endif
