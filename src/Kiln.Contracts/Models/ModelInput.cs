using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>One input of the trained model: a number (booleans are 0 and 1, NaN is missing) or a text ("" is missing).</summary>
/// <param name="Name">The input's name in the ONNX file: the column's, followed by <c>.Month</c> or another part for dates.</param>
/// <param name="Column">The column it is taken from.</param>
/// <param name="Part">Which part of a date-time; null for other types.</param>
public sealed record ModelInput(string Name, Column Column, DatePart? Part)
{
    /// <summary>Whether it is a string: a category or free text.</summary>
    public bool IsText => Column.Type is ColumnType.Category or ColumnType.Text;

    /// <summary>Whether the string is one of the contract's values.</summary>
    public bool IsCategory => Column.Type == ColumnType.Category;

    /// <summary>Whether the string is free text, of which words count.</summary>
    public bool IsFreeText => Column.Type == ColumnType.Text;
}
