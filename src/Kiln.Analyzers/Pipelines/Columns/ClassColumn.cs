using Kiln.Analyzers.Catalog;

namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>A column that a class's member stands for.</summary>
/// <param name="Type">Null where the member has a type of its own, such as an image.</param>
sealed record ClassColumn(string Name, ViewType? Type, ClassMember Member)
{
    public ViewColumn ToView() => ViewColumn.Loaded(Name, Type) with { Declaration = Member.Location };
}
