using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.Pipelines.Columns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines.Reading;

/// <summary>Reads the columns of a text loader that is told them one by one: <c>new TextLoader.Column("Height", DataKind.Single, 0)</c>.</summary>
sealed class LoaderReader(ValueReader values)
{
    static readonly Dictionary<string, string> Items = new()
    {
        ["SByte"] = "sbyte", ["Byte"] = "byte", ["Int16"] = "short", ["UInt16"] = "ushort", ["Int32"] = "int", ["UInt32"] = "uint",
        ["Int64"] = "long", ["UInt64"] = "ulong", ["Single"] = "float", ["Double"] = "double", ["String"] = "text", ["Boolean"] = "bool",
        ["TimeSpan"] = "TimeSpan", ["DateTime"] = "DateTime", ["DateTimeOffset"] = "DateTimeOffset",
    };

    /// <summary>Null where they cannot all be known.</summary>
    public IReadOnlyList<ViewColumn>? Read(IOperation columns, Frame frame)
    {
        var read = values.Elements(columns, frame)?.Select(column => Column(column.Element, column.Frame)).ToList();
        return read is not null && read.All(static column => column is not null) ? [.. read.Select(static column => column!)] : null;
    }

    ViewColumn? Column(IOperation element, Frame frame)
    {
        if (values.OriginOf(element, frame) is not (IObjectCreationOperation { Type.ContainingType.Name: "TextLoader" } column, var place)
            || Argument(column, "name") is not { } given || !values.TryText(given, place, out var name) || name is null)
            return null;
        var isOne = Argument(column, "index") is not null;
        return ViewColumn.Loaded(name, isOne || Argument(column, "minIndex") is not null
            ? ItemOf(column, place) is { } item ? new ViewType(item, isOne ? Shape.Scalar : Shape.Vector) : null
            : null);
    }

    string? ItemOf(IObjectCreationOperation column, Frame place) =>
        Argument(column, "dataKind") is { Type: { } type } kind && values.TryConstant(kind, place, out var constant)
        && type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => Equals(member.ConstantValue, constant)) is { } member
        && Items.TryGetValue(member.Name, out var item)
            ? item
            : null;

    static IOperation? Argument(IObjectCreationOperation creation, string parameter) =>
        creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;
}
