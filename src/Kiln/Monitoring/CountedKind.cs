namespace Kiln.Monitoring;

/// <summary>What is counted of a row.</summary>
enum CountedKind
{
    /// <summary>A number input, by where it lies.</summary>
    Number,

    /// <summary>A text input that is one of a few values.</summary>
    Category,

    /// <summary>A text input, by how many characters it has.</summary>
    Length,

    /// <summary>A text input of which only whether it is there is counted: its values are nobody's business.</summary>
    Presence,

    /// <summary>The score, by where it lies.</summary>
    Score,

    /// <summary>How likely the second of two classes is, by where it lies.</summary>
    Probability,

    /// <summary>How likely the likeliest class is, by where it lies.</summary>
    Confidence,

    /// <summary>The class, the cluster, or whether it is an anomaly.</summary>
    Label,
}
