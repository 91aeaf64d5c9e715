namespace Kiln.Onnx.Operators;

/// <summary>The classes that a classifier chooses from, and the output that gets the chosen one: integers or texts.</summary>
sealed class ClassLabels
{
    readonly long[] _integers;
    readonly string[] _texts;
    readonly Slot _label;

    public ClassLabels(OnnxNode node, GraphBinding binding)
    {
        _integers = [.. node.Ints("classlabels_ints"), .. node.Ints("classlabels_int64s")];
        _texts = node.Texts("classlabels_strings");
        if (Count == 0 || (_integers.Length > 0 && _texts.Length > 0))
            throw node.Invalid($"has {_integers.Length} integers and {_texts.Length} texts as classes");
        _label = binding.Output(node, 0, _texts.Length > 0 ? SlotKind.Text : SlotKind.Integer, 1);
    }

    public int Count => _integers.Length + _texts.Length;

    public void Choose(Row row, int place)
    {
        if (_texts.Length > 0)
            row.Texts(_label)[0] = _texts[place];
        else
            row.Integers(_label)[0] = _integers[place];
    }

    /// <summary>The first of the largest.</summary>
    public static int Largest(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best])
                best = i;
        return best;
    }
}
