namespace Kiln.Contracts.Data;

/// <summary>What becomes of new data that is not like the data before it.</summary>
public enum NewDataSeverity
{
    /// <summary>It is told, and the model is trained.</summary>
    Warning,

    /// <summary>It is told, and no model is trained on it until it is accepted.</summary>
    Error,

    /// <summary>Nobody looks.</summary>
    Off,
}
