using Kiln.Host.Export.Graphs;
using Microsoft.ML.Model.OnnxConverter;

namespace Kiln.Host.Export;

/// <summary>Takes the attributes that ML.NET gives a node it made.</summary>
sealed class ExportNode(GraphNode node) : OnnxNode
{
    public override void AddAttribute(string argName, double value) => node.Attributes[argName] = (float)value;

    public override void AddAttribute(string argName, long value) => node.Attributes[argName] = value;

    public override void AddAttribute(string argName, ReadOnlyMemory<char> value) => node.Attributes[argName] = value.ToString();

    public override void AddAttribute(string argName, string value) => node.Attributes[argName] = value;

    public override void AddAttribute(string argName, bool value) => node.Attributes[argName] = value ? 1L : 0L;

    public override void AddAttribute(string argName, IEnumerable<double> value) =>
        node.Attributes[argName] = value.Select(x => (float)x).ToArray();

    public override void AddAttribute(string argName, IEnumerable<float> value) => node.Attributes[argName] = value.ToArray();

    public override void AddAttribute(string argName, IEnumerable<long> value) => node.Attributes[argName] = value.ToArray();

    public override void AddAttribute(string argName, IEnumerable<ReadOnlyMemory<char>> value) =>
        node.Attributes[argName] = value.Select(x => x.ToString()).ToArray();

    public override void AddAttribute(string argName, string[] value) => node.Attributes[argName] = value.ToArray();

    public override void AddAttribute(string argName, IEnumerable<string> value) => node.Attributes[argName] = value.ToArray();

    public override void AddAttribute(string argName, IEnumerable<bool> value) =>
        node.Attributes[argName] = value.Select(x => x ? 1L : 0L).ToArray();

    public override void AddAttribute(string argName, Type t) => node.Attributes[argName] = (long)ElementTypes.Of(t);
}
