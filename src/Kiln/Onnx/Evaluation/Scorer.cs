using Kiln.Validation;

namespace Kiln.Onnx.Evaluation;

/// <summary>Scores rows with one evaluator. Immutable: any number of threads may use it.</summary>
sealed class Scorer
{
    readonly Evaluator _evaluator;
    readonly int[] _numbers;
    readonly int[] _texts;
    readonly int[] _scores;

    /// <param name="evaluator">The evaluator.</param>
    /// <param name="numbers">Its number inputs in the order of a row's numbers.</param>
    /// <param name="texts">Its text inputs in the order of a row's texts.</param>
    /// <exception cref="InvalidDataException">They are not its inputs.</exception>
    public Scorer(Evaluator evaluator, ReadOnlySpan<string> numbers, ReadOnlySpan<string> texts)
    {
        _evaluator = evaluator;
        _numbers = Inputs(evaluator, numbers, SlotKind.Number);
        _texts = Inputs(evaluator, texts, SlotKind.Text);
        if (evaluator.Inputs.Length != numbers.Length + texts.Length)
            throw new InvalidDataException($"it has {evaluator.Inputs.Length} inputs instead of {numbers.Length + texts.Length}");
        if (evaluator.Outputs.Any(output => output.Kind != SlotKind.Number))
            throw new InvalidDataException("it has an output that is not a number");
        _scores = [.. evaluator.Outputs.SelectMany(output => Enumerable.Range(output.Offset, output.Length))];
    }

    public int Numbers => _numbers.Length;

    public int Texts => _texts.Length;

    public int Scores => _scores.Length;

    public void Score(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, Span<float> scores)
    {
        if (!_evaluator.FitsOnStack)
        {
            using var scratch = _evaluator.Rent();
            Run(scratch.Row, numbers, texts, scores);
        }
        else
            ScoreOnStack(_evaluator.HasFewNumbers ? stackalloc float[StackRow.FewNumbers] : stackalloc float[StackRow.Numbers], numbers, texts, scores);
    }

    void ScoreOnStack(Span<float> values, ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, Span<float> scores)
    {
        Span<long> integers = stackalloc long[StackRow.Integers];
        var strings = default(StackRow.TextBuffer);
        Run(_evaluator.Begin(values, integers, strings), numbers, texts, scores);
    }

    void Run(Row row, ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, Span<float> scores)
    {
        for (var i = 0; i < numbers.Length; i++)
            row.Number(_numbers[i]) = numbers[i];
        for (var i = 0; i < texts.Length; i++)
            row.Text(_texts[i]) = Blanks.Trim(texts[i]);
        _evaluator.Run(row);
        for (var i = 0; i < scores.Length; i++)
            scores[i] = row.Number(_scores[i]);
    }

    static int[] Inputs(Evaluator evaluator, ReadOnlySpan<string> names, SlotKind kind)
    {
        var places = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i];
            var input = evaluator.Inputs.FirstOrDefault(input => input.Name == name && input.Slot.Kind == kind && input.Slot.Length == 1);
            places[i] = input?.Slot.Offset ?? throw new InvalidDataException($"it has no {kind} input '{name}'");
        }
        return places;
    }
}
