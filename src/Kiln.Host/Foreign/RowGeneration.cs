using Kiln.Contracts.Signatures;
using Kiln.Onnx;

namespace Kiln.Host.Foreign;

/// <summary>
/// Makes rows that a graph treats differently: the numbers it compares with and their neighbours, its categories, and what nobody expects. The
/// same graph gets the same rows on every machine.
/// </summary>
sealed class RowGeneration
{
    public const int Rows = 400;

    static readonly float[] CommonNumbers = [0, 1, -1, 0.5f, 2, 10, -7.25f, 100, 3.14159f, 1000, -0.001f];
    static readonly long[] CommonIntegers = [0, 1, 2, -1, 3, 7, 100, 12345];
    static readonly string[] CommonTexts = ["", "never seen", "Ünïcødé ☃ 漢字 😀", " ", "0", "1"];

    readonly ModelSignature _signature;
    readonly float[] _numbers;
    readonly long[] _integers;
    readonly string[] _texts;
    readonly ILookup<long, float> _thresholds;

    public RowGeneration(OnnxModel graph, ModelSignature signature)
    {
        _signature = signature;
        var trees = graph.Nodes.Where(node => node.Has("nodes_featureids")).ToList();
        _thresholds = trees.SelectMany(node => node.Ints("nodes_featureids").Zip(node.Floats("nodes_values"))).ToLookup(pair => pair.First, pair => pair.Second);
        var constants = graph.Initializers.SelectMany(tensor => tensor.Floats)
            .Concat(graph.Nodes.Where(node => !trees.Contains(node)).SelectMany(node => node.Attributes.Values).SelectMany(attribute => attribute.Floats))
            .Where(float.IsFinite);
        _numbers = [.. CommonNumbers, .. constants.Distinct().Take(2000)];
        _integers = [.. CommonIntegers, .. graph.Nodes.SelectMany(node => node.Ints("cats_int64s").Concat(node.Ints("keys_int64s"))).Distinct()];
        _texts = [.. CommonTexts, .. graph.Nodes.SelectMany(node => node.Texts("cats_strings").Concat(node.Texts("keys_strings")))
            .Concat(graph.Initializers.SelectMany(tensor => tensor.Texts)).Distinct()];
    }

    /// <param name="missing">Whether a tenth of the numbers are missing.</param>
    public IEnumerable<ForeignRow> Generate(bool missing)
    {
        var random = new Random(missing ? 2 : 1);
        for (var row = 0; row < Rows; row++)
            yield return new(
                [.. Elements(SignatureType.Float).Select(element => missing && random.Next(10) == 0 ? float.NaN : Number(random, element))],
                [.. _signature.Inputs.Where(IsInteger).SelectMany(input => Enumerable.Range(0, input.Count).Select(_ => Integer(random, input.Type)))],
                [.. Elements(SignatureType.String).Select(_ => Pick(random, _texts))]);
    }

    IEnumerable<int> Elements(SignatureType type) => Enumerable.Range(0, _signature.Inputs.Where(input => input.Type == type).Sum(input => input.Count));

    static bool IsInteger(SignatureValue input) => input.Type is SignatureType.Int64 or SignatureType.Int32 or SignatureType.Bool;

    /// <summary>Most trees read the inputs as they are, so that a feature's thresholds are its input's.</summary>
    float Number(Random random, int element)
    {
        if (_thresholds[element].Any() && random.Next(4) > 0)
            return Near(random, _thresholds[element].ElementAt(random.Next(_thresholds[element].Count())));
        return random.Next(3) == 0 ? (float)(random.NextDouble() * 20 - 10) : Pick(random, _numbers);
    }

    static float Near(Random random, float threshold) => random.Next(5) switch
    {
        0 => threshold,
        1 => MathF.BitIncrement(threshold),
        2 => MathF.BitDecrement(threshold),
        3 => threshold + 1,
        _ => threshold - 1,
    };

    long Integer(Random random, SignatureType type) => type == SignatureType.Bool ? random.Next(2) : Pick(random, _integers) is var value && type == SignatureType.Int32 ? (int)value : value;

    static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
