import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/**
 * Lucene as a peer. Each call is one step and writes one JSON object to OUT.
 *
 * <pre>
 * build ARTICLES FOLDER stored|unstored OUT   three builds in one process: the third is that of a warm machine
 * open FOLDER QUERIES OUT
 * query FOLDER QUERIES WARM PASSES OUT
 * </pre>
 */
public class LuceneRunner {
    static final Analyzer BIGRAMS = new CJKAnalyzer();
    static final Map<String, Float> WEIGHTS = Map.of("title", 2f, "text", 1f);
    static final int BUILDS = 3, LIMIT = 10;

    public static void main(String[] words) throws Exception {
        switch (words[0]) {
            case "build" -> build(Path.of(words[1]), Path.of(words[2]), words[3].equals("stored"), Path.of(words[4]));
            case "open" -> open(Path.of(words[1]), Path.of(words[2]), Path.of(words[3]));
            case "query" -> query(Path.of(words[1]), Path.of(words[2]), Integer.parseInt(words[3]), Integer.parseInt(words[4]), Path.of(words[5]));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    // Building

    record Article(long number, String title, String text) {
        static List<Article> read(Path path) throws IOException {
            try (Stream<String> lines = Files.lines(path)) {
                return lines.map(line -> line.split("\t", 4))
                    .map(f -> new Article(Long.parseLong(f[0]), f[2].replace("\\n", "\n"), f[3].replace("\\n", "\n")))
                    .collect(Collectors.toCollection(ArrayList::new));
            }
        }
    }

    static void build(Path source, Path folder, boolean stored, Path out) throws Exception {
        List<Article> articles = Article.read(source);
        List<String> builds = new ArrayList<>();
        for (int build = 0; build < BUILDS; build++) {
            double cpu = cpuSeconds();
            long start = System.nanoTime();
            add(articles, folder, stored);
            builds.add(object("wall_s", seconds(start), "cpu_s", cpuSeconds() - cpu));
        }
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) { for (Path file : files.toList()) bytes += Files.size(file); }
        Files.writeString(out, object("builds", builds, "bytes", bytes, "peak_mb", peakMegabytes(), "version", quoted("Lucene " + Version.LATEST + ", Java " + Runtime.version())));
    }

    /** One thread, one segment, one commit; the text is cut into bigrams here. */
    static void add(List<Article> articles, Path folder, boolean stored) throws IOException {
        IndexWriterConfig options = new IndexWriterConfig(BIGRAMS).setOpenMode(IndexWriterConfig.OpenMode.CREATE).setRAMBufferSizeMB(512).setUseCompoundFile(false);
        try (FSDirectory directory = FSDirectory.open(folder); IndexWriter writer = new IndexWriter(directory, options)) {
            Field.Store store = stored ? Field.Store.YES : Field.Store.NO;
            NumericDocValuesField number = new NumericDocValuesField("number", 0);
            TextField title = new TextField("title", "", store), text = new TextField("text", "", store);
            Document document = new Document();
            document.add(number);
            document.add(title);
            document.add(text);
            for (Article article : articles) {
                number.setLongValue(article.number());
                title.setStringValue(article.title());
                text.setStringValue(article.text());
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
        }
    }

    // Queries

    /** A query's class and text, and what Lucene makes of it. */
    record Asked(String name, String text, Query query) {
        static List<Asked> read(Path path) throws IOException {
            List<Asked> asked = new ArrayList<>();
            for (String line : Files.readAllLines(path)) {
                String[] fields = line.split("\t");
                asked.add(new Asked(fields[0], fields[1], prepare(fields[0], fields[1])));
            }
            return asked;
        }
    }

    static Query prepare(String name, String text) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (name.equals("or")) {
            for (String bigram : new LinkedHashSet<>(bigrams(text)))
                WEIGHTS.forEach((field, weight) -> all.add(weighted(new TermQuery(new Term(field, bigram)), weight), BooleanClause.Occur.SHOULD));
            return all.build();
        }
        String[] words = text.split(" ");
        if (words.length == 1) return word(text);
        for (String word : words) all.add(word(word), BooleanClause.Occur.MUST);
        return all.build();
    }

    /** A word in the title or in the text; one longer than a bigram is a phrase of its bigrams. */
    static Query word(String word) throws IOException {
        String[] bigrams = bigrams(word).toArray(String[]::new);
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        WEIGHTS.forEach((field, weight) -> {
            Query one = bigrams.length == 1 ? new TermQuery(new Term(field, bigrams[0])) : new PhraseQuery(field, bigrams);
            either.add(weighted(one, weight), BooleanClause.Occur.SHOULD);
        });
        return either.build();
    }

    static Query weighted(Query query, float weight) { return weight == 1 ? query : new BoostQuery(query, weight); }

    static List<String> bigrams(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (TokenStream stream = BIGRAMS.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) found.add(term.toString());
            stream.end();
        }
        return found;
    }

    /** The articles' numbers of the best ten. */
    static long[] best(IndexSearcher searcher, Query query) throws IOException {
        ScoreDoc[] hits = searcher.search(query, LIMIT).scoreDocs;
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        long[] numbers = new long[hits.length];
        for (int at = 0; at < hits.length; at++) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hits[at].doc, leaves));
            NumericDocValues values = leaf.reader().getNumericDocValues("number");
            values.advanceExact(hits[at].doc - leaf.docBase);
            numbers[at] = values.longValue();
        }
        return numbers;
    }

    static void open(Path folder, Path queries, Path out) throws Exception {
        long start = System.nanoTime();
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(folder)));
        double open = seconds(start) * 1000;
        Query query = Asked.read(queries).get(0).query();
        start = System.nanoTime();
        best(searcher, query);
        double answer = seconds(start) * 1000;
        double[] again = new double[5];
        for (int at = 0; at < again.length; at++) {
            start = System.nanoTime();
            new IndexSearcher(DirectoryReader.open(FSDirectory.open(folder)));
            again[at] = seconds(start) * 1000;
        }
        Arrays.sort(again);
        Files.writeString(out, object("open_ms", open, "first_query_ms", answer, "reopen_ms", again[2]));
    }

    static void query(Path folder, Path queries, int warm, int passes, Path out) throws Exception {
        DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder));
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        List<Asked> asked = Asked.read(queries);
        Map<String, List<Long>> times = new TreeMap<>();
        long seen = 0;
        for (int pass = 0; pass < warm + passes; pass++)
            for (Asked one : asked) {
                long start = System.nanoTime();
                seen += one.name().equals("count") ? searcher.count(one.query()) : best(searcher, one.query()).length;
                long time = System.nanoTime() - start;
                if (pass >= warm) times.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(time);
            }
        List<Integer> counts = new ArrayList<>();
        for (Asked one : asked) counts.add(searcher.count(one.query()));
        Object[] latency = times.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), summary(e.getValue()))).toArray();
        Files.writeString(out, object("latency", object(latency), "counts", counts, "segments", reader.leaves().size(), "peak_mb", peakMegabytes(), "seen", seen));
    }

    // Figures

    /** Percentiles by nearest rank, in microseconds. */
    static String summary(List<Long> nanoseconds) {
        long[] sorted = nanoseconds.stream().mapToLong(Long::longValue).sorted().toArray();
        return object("n", sorted.length, "p50_us", percentile(sorted, 50), "p99_us", percentile(sorted, 99), "mean_us", LongStream.of(sorted).average().orElse(0) / 1000);
    }

    static double percentile(long[] sorted, int percent) { return sorted[(sorted.length * percent + 99) / 100 - 1] / 1000.0; }

    static double seconds(long start) { return (System.nanoTime() - start) / 1e9; }

    /** Of all threads: the compiler's and the collector's too. */
    static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    static double peakMegabytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum() * 1024 / 1e6;
        }
    }

    /** A JSON object of names and values; a text among the values is JSON already. */
    static String object(Object... fields) {
        StringJoiner joined = new StringJoiner(",", "{", "}");
        for (int at = 0; at < fields.length; at += 2) joined.add(quoted((String) fields[at]) + ":" + fields[at + 1]);
        return joined.toString();
    }

    static String quoted(String text) { return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'; }
}
