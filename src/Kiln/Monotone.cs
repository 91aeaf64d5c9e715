namespace Kiln;

/// <summary>Which way a model's score goes when a column rises and all others stay as they are.</summary>
public enum Monotone
{
    /// <summary>The score never falls.</summary>
    Increasing,

    /// <summary>The score never rises.</summary>
    Decreasing,
}
