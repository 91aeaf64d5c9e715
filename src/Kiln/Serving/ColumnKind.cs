namespace Kiln.Serving;

/// <summary>What the values of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Texts, or the names of categories.</summary>
    Text,

    /// <summary>Dates, with or without a time of day, as they stand: in no time zone.</summary>
    Date,
}
