using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>What a linear model multiplies: an element of its input, or all that are made of one text.</summary>
/// <param name="Index">Which element of the input it is, or the first of them.</param>
/// <param name="Place">Where it lies in a row.</param>
/// <param name="Offset">What is taken off,</param>
/// <param name="Scale">and what the rest is multiplied by.</param>
/// <param name="Vector">The vector of a text; else null.</param>
readonly record struct LinearElement(int Index, Place Place, float Offset, float Scale, TextVector? Vector)
{
    /// <summary>The elements of an input, in their order.</summary>
    public static List<LinearElement> List(BoundGraph graph, FeatureReader reader, Slot input)
    {
        var scaler = graph.Steps.Select(step => step.Operator).OfType<Scaler>().FirstOrDefault(scaler => scaler.Result.Offset == input.Offset);
        List<LinearElement> elements = [];
        for (var i = 0; i < input.Length; i += elements[^1].Vector?.Count ?? 1)
            elements.Add(Create(graph, reader, input, i, scaler));
        return elements;
    }

    static LinearElement Create(BoundGraph graph, FeatureReader reader, Slot input, int index, Scaler? scaler)
    {
        var place = new Place(SlotKind.Number, input.Offset + index);
        var root = reader.Root(place);
        if (scaler is not null && root == place)
            return new(index, new(SlotKind.Number, scaler.Input.Offset + index), scaler.Offset(index), scaler.Scale(index), null);
        return new(index, place, 0, 1, FindVector(graph, reader, input, index, root));
    }

    /// <summary>The vector that lies in the input from an element on, whole and in its order.</summary>
    static TextVector? FindVector(BoundGraph graph, FeatureReader reader, Slot input, int index, Place root)
    {
        if (TextVector.Find(graph, root) is not { } vector || vector.Count > input.Length - index)
            return null;
        for (var i = 1; i < vector.Count; i++)
            if (reader.Root(new(SlotKind.Number, input.Offset + index + i)) != root with { Offset = root.Offset + i })
                return null;
        return vector;
    }
}
