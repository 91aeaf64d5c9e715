using Kiln.CompilerServices;

namespace Kiln.Onnx.Evaluation;

/// <summary>Runs a graph with inputs and outputs of every kind. Immutable: any number of threads may use it.</summary>
sealed class GraphRunner
{
    readonly Evaluator _evaluator;
    readonly Slot[] _inputs;
    readonly Slot[] _outputs;
    readonly int[] _inputCounts;
    readonly int[] _outputCounts;

    /// <exception cref="InvalidDataException">The graph uses what this version cannot run, or does not fit together.</exception>
    public GraphRunner(OnnxModel model)
    {
        _evaluator = new(model);
        _inputs = [.. _evaluator.Inputs.Select(input => input.Slot)];
        _outputs = [.. _evaluator.Outputs];
        (_inputCounts, _outputCounts) = (Counts(_inputs), Counts(_outputs));
    }

    /// <summary>How many elements of a kind a row has, over all inputs.</summary>
    public int Inputs(SlotKind kind) => _inputCounts[(int)kind];

    /// <summary>How many elements of a kind a row gets, over all outputs.</summary>
    public int Outputs(SlotKind kind) => _outputCounts[(int)kind];

    /// <summary>The outputs, in the order of the file.</summary>
    public IReadOnlyList<Slot> OutputSlots => _outputs;

    /// <param name="inputs">What it reads.</param>
    /// <param name="outputs">Where it writes what it gives.</param>
    /// <param name="measure">Whether the scale of rounding errors is asked for.</param>
    /// <returns>That scale (<see cref="Operator.Magnitude"/>), 0 where it is not asked for.</returns>
    public double Run(GraphInputs inputs, GraphOutputs outputs, bool measure = false)
    {
        using var scratch = _evaluator.Rent();
        var row = scratch.Row;
        var (numbers, integers, texts) = (0, 0, 0);
        foreach (var slot in _inputs)
            switch (slot.Kind)
            {
                case SlotKind.Number:
                    inputs.Numbers.Slice(numbers, slot.Length).CopyTo(row.Numbers(slot));
                    numbers += slot.Length;
                    break;
                case SlotKind.Integer:
                    inputs.Integers.Slice(integers, slot.Length).CopyTo(row.Integers(slot));
                    integers += slot.Length;
                    break;
                default:
                    for (var i = 0; i < slot.Length; i++)
                        row.Texts(slot)[i] = inputs.Texts[texts++] ?? "";
                    break;
            }
        _evaluator.Run(row);
        (numbers, integers, texts) = (0, 0, 0);
        foreach (var slot in _outputs)
            switch (slot.Kind)
            {
                case SlotKind.Number:
                    row.Numbers(slot).CopyTo(outputs.Numbers[numbers..]);
                    numbers += slot.Length;
                    break;
                case SlotKind.Integer:
                    row.Integers(slot).CopyTo(outputs.Integers[integers..]);
                    integers += slot.Length;
                    break;
                default:
                    row.Texts(slot).CopyTo(outputs.Texts[texts..]);
                    texts += slot.Length;
                    break;
            }
        return measure ? _evaluator.Magnitude(row) : 0;
    }

    static int[] Counts(Slot[] slots) => [.. Enum.GetValues<SlotKind>().Select(kind => slots.Where(slot => slot.Kind == kind).Sum(slot => slot.Length))];
}
