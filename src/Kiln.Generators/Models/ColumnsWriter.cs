using Kiln.Generators.Text;

namespace Kiln.Generators.Models;

/// <summary>Writes the columns' names as constants: every column of the contract, named as in the file's header.</summary>
static class ColumnsWriter
{
    public static void Write(SourceWriter writer, ModelTypes types)
    {
        var names = Members.Names(types.Contract, "Columns");
        writer.Line().Summary($"The columns of <c>{Xml.Escape(types.Model.Dataset)}</c>, named as in the file's header.");
        writer.Generated().Open("public static class Columns");
        foreach (var column in types.Contract.Columns)
        {
            writer.Line().Summary(ColumnDoc.Format(column, types.Contract));
            writer.Line($"public const string {names[column]} = {Literal.Format(column.Name)};");
        }
        writer.Close();
    }
}
