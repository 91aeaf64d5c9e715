using Kiln.Contracts.Data;

namespace Kiln.Generators.Text;

/// <summary>Columns as members of a generated type.</summary>
static class Members
{
    /// <summary>The members' names in a type of that name, by column: the contract's where C# allows it.</summary>
    public static IReadOnlyDictionary<Column, string> Names(DataContract contract, string typeName) =>
        contract.Columns.Zip(MemberNames.Of(contract, typeName), (column, name) => (column, name)).ToDictionary(pair => pair.column, pair => Literal.Name(pair.name));

    public static void Property(SourceWriter writer, Column column, string name, DataContract contract)
    {
        writer.Line().Summary(ColumnDoc.Format(column, contract));
        writer.Line($"public {(column.Nullable ? "" : "required ")}{TypeOf(column)} {name} {{ get; init; }}");
    }

    static string TypeOf(Column column)
    {
        var type = column.Type == ColumnType.DateTime ? "global::" + Words.CSharp(column.Type) : Words.CSharp(column.Type);
        return column.Nullable ? type + "?" : type;
    }
}
