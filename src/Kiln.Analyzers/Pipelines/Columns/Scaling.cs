namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>Whether a column's values are on one scale.</summary>
enum Scaling
{
    Unknown,

    /// <summary>As they are in the data.</summary>
    Raw,

    /// <summary>ML.NET marks them as normalized.</summary>
    Scaled,
}
