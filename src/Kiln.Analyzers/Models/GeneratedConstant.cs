using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>A column named by a constant that is generated from the very attribute it stands in. For models that cannot be read.</summary>
static class GeneratedConstant
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.GeneratedConstant, "A column is named by a generated constant",
        "'{0}' is generated from what [Model] says, so it does not exist yet when that is read; write {1}",
        Category.Data, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.GeneratedConstant));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        var contract = model.Contracts.Find(model.Declaration.Dataset)?.Contract;
        foreach (var constant in model.Attribute.MembersOf("Columns"))
        {
            var column = contract?.Columns.FirstOrDefault(column => column.Property == constant.Name.Identifier.ValueText);
            report(Diagnostic.Create(
                Rule, constant.GetLocation(), constant.ToString(), column is null ? "the column's name as text" : $"\"{column.Name}\""));
        }
    }
}
