#ifndef LEXIGRAM_CZLIB_SHIM_H
#define LEXIGRAM_CZLIB_SHIM_H

#include <zlib.h>

/// One gzip member (RFC 1952) of `source`. The result's length, or 0 where it does not fit or zlib has no memory.
static inline size_t lexigram_gzip(
    const unsigned char *source, size_t source_length, unsigned char *target, size_t target_capacity, int level)
{
    z_stream stream = {0};
    // 15 bits of window; 16 more ask for the gzip frame.
    if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (unsigned char *)source;
    stream.avail_in = (uInt)source_length;
    stream.next_out = target;
    stream.avail_out = (uInt)target_capacity;
    int finished = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    size_t length = finished ? stream.total_out : 0;
    deflateEnd(&stream);
    return length;
}

#endif
