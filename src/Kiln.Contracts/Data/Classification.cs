namespace Kiln.Contracts.Data;

/// <summary>How carefully a column's values are to be handled. Those of any class are never printed and never listed.</summary>
public enum Classification
{
    /// <summary>About a person.</summary>
    Personal,

    /// <summary>Not to leave the data: health, beliefs, secrets.</summary>
    Sensitive,
}
