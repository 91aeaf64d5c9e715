namespace Kiln.Contracts.Data;

public enum ColumnRole
{
    /// <summary>May be used to predict.</summary>
    Feature,

    /// <summary>What a model predicts when it names no label of its own.</summary>
    Label,

    /// <summary>Names the row; never a feature.</summary>
    Id,

    /// <summary>Not used.</summary>
    Ignore,

    /// <summary>Orders the rows in time; its date parts are features.</summary>
    Time,

    /// <summary>Rows with equal values belong together and stay on one side of the split; never a feature.</summary>
    Group,

    /// <summary>How much each row counts, in training and when a model is measured; never a feature.</summary>
    Weight,
}
