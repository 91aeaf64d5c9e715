using System.Globalization;
using Kiln.Contracts.Json;

namespace Kiln.Contracts.Data;

/// <summary>Writes a contract as people review it: one line a column, what people own first, what was observed last.</summary>
public static class ContractWriter
{
    public static string Write(DataContract contract)
    {
        var json = new JsonWriter().Object();
        if (contract.Schema is not null)
            json.Name("$schema").Value(contract.Schema);
        json.Name("format").Value(DataContract.Format);
        json.Name("dataset").Value(contract.Dataset);
        Write(json, contract.Dialect);
        json.Name("columns").Array();
        foreach (var column in contract.Columns)
            Write(json, column);
        json.End();
        if (contract.Profile.Count > 0)
        {
            json.Name("profile").Object().Name("rows").Value(contract.Rows).Name("columns").Object();
            foreach (var column in contract.Columns)
                if (contract.Profile.TryGetValue(column.Name, out var profile))
                    Write(json.Name(column.Name), column, profile);
            json.End().End();
        }
        return json.End().ToString();
    }

    static void Write(JsonWriter json, Dialect dialect)
    {
        json.Name("dialect").Object(oneLine: true);
        json.Name("delimiter").Value(dialect.Delimiter);
        json.Name("quote").Value(dialect.Quote);
        json.Name("escape").Value(dialect.Escape);
        if (dialect.Decimal != ".")
            json.Name("decimal").Value(dialect.Decimal);
        if (dialect.Missing.Count > 0)
            Write(json.Name("missing"), dialect.Missing);
        if (dialect.DateFormat is not null)
            json.Name("dateFormat").Value(dialect.DateFormat);
        json.End();
    }

    static void Write(JsonWriter json, Column column)
    {
        json.Object(oneLine: true);
        json.Name("name").Value(column.Name);
        json.Name("property").Value(column.Property);
        json.Name("type").Value(Words.Format(column.Type));
        json.Name("nullable").Value(column.Nullable);
        json.Name("role").Value(Words.Format(column.Role));
        if (column.Unit is not null)
            json.Name("unit").Value(column.Unit);
        if (column.Description is not null)
            json.Name("description").Value(column.Description);
        if (column.Min is { } min)
            json.Name("min").Value(min);
        if (column.Max is { } max)
            json.Name("max").Value(max);
        if (column.Values.Count > 0)
            Write(json.Name("values"), column.Values);
        if (column.Classes.Count > 0)
            WriteNumbers(json.Name("classes"), column.Classes);
        if (column.TrueText is not null)
            json.Name("true").Value(column.TrueText).Name("false").Value(column.FalseText);
        if (column.Positive is not null)
            json.Name("positive").Value(column.Positive);
        if (column.Missing is not null)
            Write(json.Name("missing"), column.Missing);
        if (column.DateFormat is not null)
            json.Name("dateFormat").Value(column.DateFormat);
        json.End();
    }

    static void Write(JsonWriter json, Column column, ColumnProfile profile)
    {
        json.Object(oneLine: true);
        json.Name("missing").Value(profile.Missing);
        json.Name("distinct").Value(profile.Distinct);
        WriteExtreme(json, "min", column, profile.Min);
        WriteExtreme(json, "max", column, profile.Max);
        if (profile.Mean is { } mean)
            json.Name("mean").Value(mean);
        if (profile.Quantiles.Count > 0)
        {
            json.Name("quantiles").Array();
            foreach (var quantile in profile.Quantiles)
                json.Value(quantile);
            json.End();
        }
        if (profile.Histogram.Count > 0)
        {
            json.Name("histogram").Array();
            foreach (var rows in profile.Histogram)
                json.Value(rows);
            json.End();
        }
        if (profile.Top.Count > 0)
        {
            json.Name("top").Object();
            foreach (var value in profile.Top)
                json.Name(value.Key).Value(value.Value);
            json.End();
        }
        json.End();
    }

    static void WriteExtreme(JsonWriter json, string name, Column column, string? value)
    {
        if (value is null)
            return;
        json.Name(name);
        if (column.Type is ColumnType.Number or ColumnType.Integer)
            json.Value(double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture));
        else
            json.Value(value);
    }

    static void WriteNumbers(JsonWriter json, IEnumerable<string> numbers)
    {
        json.Array(oneLine: true);
        foreach (var number in numbers)
            json.Value(double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture));
        json.End();
    }

    static void Write(JsonWriter json, IEnumerable<string> texts)
    {
        json.Array(oneLine: true);
        foreach (var text in texts)
            json.Value(text);
        json.End();
    }
}
