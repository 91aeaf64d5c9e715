namespace Kiln.Generators.Foreign;

/// <summary>Where a row's values lie while the graph runs.</summary>
enum Buffer
{
    Numbers,
    Integers,
    Texts,
}
