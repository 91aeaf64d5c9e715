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
    readonly int _longest;
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
        _longest = AddNgrams(node, indexes);
        for (var i = 0; i < indexes.Length; i++)
            _weights[indexes[i]] = weights[i];
        _result = binding.Output(node, 0, SlotKind.Number, indexes.Length);
    }

    public override void Run(Row row)
    {
        var counts = row.Numbers(_result);
        counts.Clear();
        Span<int> open = stackalloc int[_longest + 1], ended = stackalloc int[_longest + 1];
        var count = 0;
        var tokens = _tokens.Read(row);
        while (tokens.TryRead(out var token))
        {
            var ends = _ngrams.Read(open, ref count, _tokens.Numbers!.Find(token), ended);
            foreach (var ngram in ended[..ends])
                counts[ngram]++;
        }
        foreach (var i in new NonZeros(counts))
            counts[i] *= _weights[i];
    }

    /// <returns>How many tokens the longest one has.</returns>
    int AddNgrams(OnnxNode node, long[] indexes)
    {
        var (pool, starts) = (node.Ints("pool_int64s"), node.Ints("ngram_counts"));
        var (shortest, longest) = (node.Int("min_gram_length", 0), node.Int("max_gram_length", 0));
        if (shortest < 1 || longest < shortest || longest > MostTokens || starts.Length > longest)
            throw node.Invalid($"has n-grams of {shortest} to {longest} tokens in {starts.Length} lists");
        var ngram = 0;
        for (var length = 1; length <= starts.Length; length++)
        {
            var (start, end) = (starts[length - 1], length < starts.Length ? starts[length] : pool.Length);
            if (start < 0 || end < start || end > pool.Length || (end - start) % length != 0 || end > start && length < shortest)
                throw node.Invalid($"has n-grams of {length} tokens from {start} to {end} of {pool.Length}");
            for (var at = (int)start; at < end; at += length, ngram++)
                _ngrams.Add(pool.AsSpan(at, length), ngram < indexes.Length ? (int)indexes[ngram] : throw node.Invalid("has more n-grams than places"));
        }
        return ngram == indexes.Length ? (int)longest : throw node.Invalid($"has {ngram} n-grams for {indexes.Length} places");
    }
}
