using System.ComponentModel;
using System.Text.Json;
using Kiln.Validation;

namespace Kiln.Serving;

/// <summary>
/// A row in JSON, read value by value, and all that is wrong with it. A member is a column's property in camel case, or the column as the
/// contract names it; upper and lower case are the same.
/// </summary>
public sealed class JsonRow
{
    readonly ModelSchema _schema;
    readonly JsonElement?[] _values;
    readonly List<RowError> _errors = [];
    readonly bool _isObject;

    /// <param name="json">The row.</param>
    /// <param name="schema">What the model reads.</param>
    public JsonRow(JsonElement json, ModelSchema schema)
    {
        _schema = schema;
        _values = new JsonElement?[schema.Columns.Count];
        _isObject = json.ValueKind == JsonValueKind.Object;
        if (_isObject)
            JsonMembers.Read(json, schema.Columns, _values, _errors);
        else
            _errors.Add(new("", "the row is not a JSON object"));
    }

    /// <summary>What is wrong; empty where all is well.</summary>
    public IReadOnlyList<RowError> Errors => _errors;

    /// <param name="column">The column's place in the schema.</param>
    /// <returns>The number; NaN where there is none.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public float Number(int column) => NumberOrMissing(column) ?? float.NaN;

    /// <inheritdoc cref="Number"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public float? NumberOrMissing(int column) => JsonValues.Number(Value(column), out var number) ? number : Wrong<float?>(column, "a number");

    /// <param name="column">The column's place in the schema.</param>
    /// <returns>The whole number; 0 where there is none.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public long Integer(int column) => IntegerOrMissing(column) ?? 0;

    /// <inheritdoc cref="Integer"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public long? IntegerOrMissing(int column) => JsonValues.Integer(Value(column), out var number) ? number : Wrong<long?>(column, "a whole number of at most 64 bits");

    /// <param name="column">The column's place in the schema.</param>
    /// <returns>Whether it is true; false where there is nothing.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Boolean(int column) => BooleanOrMissing(column) ?? false;

    /// <inheritdoc cref="Boolean"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool? BooleanOrMissing(int column) => JsonValues.Boolean(Value(column), out var flag) ? flag : Wrong<bool?>(column, "true or false");

    /// <param name="column">The column's place in the schema.</param>
    /// <returns>The text; "" where there is none.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string Text(int column) => TextOrMissing(column) ?? "";

    /// <inheritdoc cref="Text"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string? TextOrMissing(int column) => JsonValues.Text(Value(column), out var text) ? text : Wrong<string?>(column, "a text");

    /// <param name="column">The column's place in the schema.</param>
    /// <returns>The date; the first of all where there is none.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DateTime Date(int column) => DateOrMissing(column) ?? default;

    /// <inheritdoc cref="Date"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DateTime? DateOrMissing(int column) =>
        JsonValues.Date(Value(column), out var date) ? date : Wrong<DateTime?>(column, "a date such as 2001-02-03 or 2001-02-03T18:30:00, in no time zone");

    /// <summary>Adds what the contract does not allow, of columns that nothing else is wrong with.</summary>
    /// <param name="violations">What it does not allow.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Add(IReadOnlyList<Violation> violations)
    {
        // Of what is no row nothing is missing.
        if (violations.Count == 0 || !_isObject)
            return;
        var wrong = _errors.Select(error => error.Column).ToHashSet(StringComparer.Ordinal);
        _errors.AddRange(violations.Where(violation => !wrong.Contains(violation.Column)).Select(violation => new RowError(violation.Column, violation.Message)));
    }

    /// <summary>Null where nothing was sent, or null.</summary>
    JsonElement? Value(int column)
    {
        var value = _values[column];
        if (value is null && _schema.Columns[column].IsRequired && _isObject)
            _errors.Add(new(_schema.Columns[column].Name, $"column '{_schema.Columns[column].Name}' has no value"));
        return value;
    }

    T? Wrong<T>(int column, string expected)
    {
        var name = _schema.Columns[column].Name;
        _errors.Add(new(name, $"the value of column '{name}' is not {expected}"));
        return default;
    }
}
