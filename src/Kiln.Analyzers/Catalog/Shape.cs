namespace Kiln.Analyzers.Catalog;

/// <summary>How many values a row has in a column.</summary>
enum Shape
{
    Scalar,

    /// <summary>A vector of one size in every row.</summary>
    Vector,

    /// <summary>A vector whose size is not known before the data is read, such as the words of a text.</summary>
    Unsized,
}
