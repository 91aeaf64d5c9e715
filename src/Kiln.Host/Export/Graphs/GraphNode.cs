namespace Kiln.Host.Export.Graphs;

/// <summary>One use of an operator. Mutable, because steps are joined by their values' names and repairs change what ML.NET wrote.</summary>
sealed class GraphNode(string operatorType, string domain, string name, IEnumerable<string> inputs, IEnumerable<string> outputs)
{
    public const string MachineLearning = "ai.onnx.ml";

    /// <summary>Of operators that ONNX Runtime has beyond the standard's.</summary>
    public const string OnnxRuntime = "com.microsoft";

    public string OperatorType { get; } = operatorType;

    public string Domain { get; } = domain;

    public string Name { get; set; } = name;

    public List<string> Inputs { get; } = [.. inputs];

    public List<string> Outputs { get; } = [.. outputs];

    /// <summary><c>float</c>, <c>long</c>, <c>string</c> or an array of one of them, by name. Sorted, for stable bytes.</summary>
    public SortedDictionary<string, object> Attributes { get; } = new(StringComparer.Ordinal);

    public bool Is(string operatorType) => OperatorType == operatorType;

    public long Int(string attribute, long otherwise) => Attributes.TryGetValue(attribute, out var value) ? (long)value : otherwise;
}
