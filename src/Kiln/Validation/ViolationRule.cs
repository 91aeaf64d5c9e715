namespace Kiln.Validation;

/// <summary>What a contract allows of a single value, by the contract's own words.</summary>
public enum ViolationRule
{
    /// <summary>The column is not <c>nullable</c>, and the value is missing.</summary>
    Missing,

    /// <summary>The number is infinite: models compute with numbers up to 3.4e38.</summary>
    NotFinite,

    /// <summary>The number or date is below the <c>min</c>.</summary>
    Min,

    /// <summary>The number or date is above the <c>max</c>.</summary>
    Max,

    /// <summary>The text is not among the <c>values</c>, and these are not <c>open</c>.</summary>
    Values,

    /// <summary>The text has fewer characters than the <c>minLength</c>.</summary>
    MinLength,

    /// <summary>The text has more characters than the <c>maxLength</c>.</summary>
    MaxLength,

    /// <summary>The text does not match the <c>pattern</c>.</summary>
    Pattern,
}
