namespace Kiln;

/// <summary>How rows are held out of training to measure the model. A fifth of the rows is held out.</summary>
public enum Split
{
    /// <summary>By time when the model or the contract names a time column, else by group when the model or the contract names one, else by hash.</summary>
    Inferred,

    /// <summary>By a hash of the row, or of its id where the contract has one: appended rows and added columns never move an old row. Equal rows are divided as chance would.</summary>
    Hash,

    /// <summary>By a hash of the group column: rows of one group share a side.</summary>
    Group,

    /// <summary>By time: the latest rows are held out.</summary>
    Time,
}
