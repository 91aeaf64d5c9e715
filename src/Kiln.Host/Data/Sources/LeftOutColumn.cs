namespace Kiln.Host.Data.Sources;

/// <summary>A column that a source has and that cannot be read as values, such as one of lists.</summary>
/// <param name="What">What it holds, as in "column 'tags' holds …".</param>
/// <param name="Place">Where that shows first.</param>
sealed record LeftOutColumn(string Name, string What, FieldPlace Place);
