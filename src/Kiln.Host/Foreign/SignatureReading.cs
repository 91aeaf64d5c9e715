using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Signatures;
using Kiln.Onnx;
using Kiln.Onnx.Evaluation;

namespace Kiln.Host.Foreign;

/// <summary>Reads off a graph what it reads and gives.</summary>
static class SignatureReading
{
    public static ModelSignature Read(OnnxModel graph, GraphRunner runner)
    {
        var free = graph.FreeInputs.ToList();
        var inputs = free
            .Zip(Identifier.FromHeaders(free.Select(input => input.Name), [.. ReservedNames.OfRecords, "Input"]), (input, property) =>
                new SignatureValue(input.Name, Type(input.Type, SlotKind.Number), Length(input.Dims.Count == 2 ? (int)input.Dims[1] : 1), property));
        var outputs = graph.Outputs.Zip(runner.OutputSlots, (output, slot) => Output(graph, output, slot)).ToList();
        return new([.. inputs], [.. outputs.Zip(Properties(outputs), (output, property) => output with { Property = property })]);
    }

    static SignatureValue Output(OnnxModel graph, OnnxValue output, Slot slot)
    {
        var (classes, areIntegers) = slot.Kind == SlotKind.Number ? ClassesOf(graph, output.Name) : ([], false);
        return new(output.Name, Type(output.Type, slot.Kind), Length(slot.Length), "")
        {
            Classes = classes.Count == slot.Length ? classes : [],
            ClassesAreIntegers = classes.Count == slot.Length && areIntegers,
        };
    }

    /// <summary>The words of a trained model where the graph has its form, else the graph's own names.</summary>
    static IReadOnlyList<string> Properties(List<SignatureValue> outputs) => outputs switch
    {
        [{ Type: SignatureType.Float, Length: null }] => ["Score"],
        [{ Type: not SignatureType.Float, Length: null }] => ["PredictedLabel"],
        [{ Type: not SignatureType.Float, Length: null }, { Type: SignatureType.Float, Length: not null }] => ["PredictedLabel", "Probabilities"],
        _ => Identifier.FromHeaders(outputs.Select(output => output.Name), [.. ReservedNames.OfRecords, "Prediction", "ProbabilityOf"]),
    };

    /// <summary>The classes that the numbers are of: those of the classifier that made them, through steps that keep their order.</summary>
    static (IReadOnlyList<string> Names, bool AreIntegers) ClassesOf(OnnxModel graph, string value)
    {
        while (graph.Nodes.Find(node => node.Outputs.Contains(value)) is { } node)
        {
            if (node.Has("classlabels_int64s") || node.Has("classlabels_ints"))
                return ([.. node.Ints("classlabels_int64s").Concat(node.Ints("classlabels_ints")).Select(label => label.ToString(CultureInfo.InvariantCulture))], true);
            if (node.Has("classlabels_strings"))
                return (node.Texts("classlabels_strings"), false);
            if (node.Operator is not ("ZipMap" or "Identity" or "Cast" or "Normalizer" or "Softmax") || node.Inputs.Count == 0)
                break;
            value = node.Inputs[0];
        }
        return ([], false);
    }

    static SignatureType Type(TensorElementType type, SlotKind kind) => (type, kind) switch
    {
        (TensorElementType.Int64, _) => SignatureType.Int64,
        (TensorElementType.Int32, _) => SignatureType.Int32,
        (TensorElementType.Bool, _) => SignatureType.Bool,
        (TensorElementType.String, _) or (_, SlotKind.Text) => SignatureType.String,
        (_, SlotKind.Integer) => SignatureType.Int64,
        _ => SignatureType.Float,
    };

    static int? Length(int elements) => elements == 1 ? null : elements;
}
