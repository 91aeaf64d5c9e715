using Kiln.Onnx.Texts;

namespace Kiln.Onnx.Operators;

/// <summary><c>TfIdfVectorizer</c>: how often each n-gram of a pool occurs in the row's tokens, times its weight.</summary>
sealed class TfIdfVectorizer : Operator
{
    /// <summary>Far beyond any real n-gram.</summary>
    const int MostTokens = 64;

    readonly TokenSequence _tokens;
    readonly NgramTree _ngrams = new();
    readonly float[] _weights;
    readonly Slot _result;

    public TfIdfVectorizer(OnnxNode node, GraphBinding binding)
    {
        _tokens = binding.Tokens(node, 0);
        if (_tokens.Numbers is null)
            throw node.Invalid("counts tokens that have no numbers");
        var (mode, indexes) = (node.Text("mode", ""), node.Ints("ngram_indexes"));
        if (mode is not ("TF" or "TFIDF") || node.Int("max_skip_count", 0) != 0)
            throw node.Invalid("counts n-grams in a way that this version of Kiln does not know");
        var weights = mode == "TF" || !node.Has("weights") ? [.. Enumerable.Repeat(1f, indexes.Length)] : node.Floats("weights");
        if (indexes.Length == 0 || weights.Length != indexes.Length || indexes.Any(index => index < 0 || index >= indexes.Length) || indexes.Distinct().Count() != indexes.Length)
            throw node.Invalid($"has {weights.Length} weights and {indexes.Length} places that are not one for each n-gram");
        _weights = new float[indexes.Length];
        for (var i = 0; i < indexes.Length; i++)
            _weights[indexes[i]] = weights[i];
        AddNgrams(node, indexes);
        _result = binding.Output(node, 0, SlotKind.Number, indexes.Length);
    }

    public TokenSequence Tokens => _tokens;

    public NgramTree Ngrams => _ngrams;

    /// <summary>What each count is multiplied by.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    public Slot Result => _result;

    public override void Run(Row row)
    {
        var counts = row.Numbers(_result);
        counts.Clear();
        var node = NgramTree.Root;
        var tokens = _tokens.Read(row);
        while (tokens.TryRead(out var token))
        {
            node = _ngrams.Next(node, _tokens.Numbers!.Find(token));
            foreach (var ngram in _ngrams.Ended(node))
                counts[ngram]++;
        }
        foreach (var i in new NonZeros(counts))
            counts[i] *= _weights[i];
    }

    void AddNgrams(OnnxNode node, long[] indexes)
    {
        var (pool, starts) = (node.Ints("pool_int64s"), node.Ints("ngram_counts"));
        var (shortest, longest) = (node.Int("min_gram_length", 0), node.Int("max_gram_length", 0));
        if (shortest < 1 || longest < shortest || longest > MostTokens || starts.Length > longest)
            throw node.Invalid($"has n-grams of {shortest} to {longest} tokens in {starts.Length} lists");
        List<(int Start, int Length, int Index)> ngrams = [];
        for (var length = 1; length <= starts.Length; length++)
        {
            var (start, end) = (starts[length - 1], length < starts.Length ? starts[length] : pool.Length);
            if (start < 0 || end < start || end > pool.Length || (end - start) % length != 0 || end > start && length < shortest)
                throw node.Invalid($"has n-grams of {length} tokens from {start} to {end} of {pool.Length}");
            for (var at = (int)start; at < end; at += length)
                ngrams.Add((at, length, ngrams.Count < indexes.Length ? (int)indexes[ngrams.Count] : throw node.Invalid("has more n-grams than places")));
        }
        if (ngrams.Count != indexes.Length)
            throw node.Invalid($"has {ngrams.Count} n-grams for {indexes.Length} places");
        // What weighs least is the most frequent (IDF): it lies together, and stays in the cache.
        foreach (var (start, length, index) in ngrams.OrderBy(ngram => _weights[ngram.Index]))
            _ngrams.Add(pool.AsSpan(start, length), index);
        _ngrams.Link();
    }
}
