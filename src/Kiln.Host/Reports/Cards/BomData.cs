using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Contracts.Json;
using Kiln.Contracts.Locks;
using Kiln.Host.Cards;

namespace Kiln.Host.Reports.Cards;

/// <summary>The data as a component of a model's bill of materials. Its hash is that of its rows, whatever files hold them.</summary>
static class BomData
{
    public const string Reference = "data";

    public static void Write(JsonWriter json, ModelReport report)
    {
        var (plan, card) = (report.Plan, report.Card);
        json.Object();
        json.Name("type").Value("data").Name("bom-ref").Value(Reference).Name("name").Value(plan.Dataset.Name);
        if (card.Find(CardField.Source) is { } source)
            json.Name("description").Value(source);
        json.Name("hashes").Array(oneLine: true).Object().Name("alg").Value("SHA-256").Name("content").Value(plan.Data.Hash).End().End();
        if (card.Find(CardField.Licence) is { } licence)
            json.Name("licenses").Array(oneLine: true).Object().Name("license").Object().Name("name").Value(licence).End().End().End();
        json.Name("data").Array();
        WriteWhole(json, report);
        foreach (var partition in plan.ShownPartitions)
            Write(json, partition);
        json.End();
        json.Name("properties").Array();
        BomProperties.Write(json, "kiln:hash", "of the rows");
        json.End();
        json.End();
    }

    static void WriteWhole(JsonWriter json, ModelReport report)
    {
        json.Object().Name("type").Value("dataset").Name("name").Value(report.Plan.Dataset.Name);
        string[] sensitive = [.. report.Plan.Contract.Columns.Where(column => column.Classification is not null).Select(column => $"{column.Name}: {Words.Format(column.Classification!.Value)}")];
        if (sensitive.Length > 0)
            json.Name("sensitiveData").Strings(sensitive);
        json.Name("description").Value(report.Rows).End();
    }

    static void Write(JsonWriter json, LockedPartition partition)
    {
        json.Object().Name("type").Value("dataset").Name("name").Value(partition.Name);
        json.Name("contents").Object().Name("properties").Array();
        BomProperties.Write(json, "kiln:rows", partition.Rows.ToString(CultureInfo.InvariantCulture));
        BomProperties.Write(json, "kiln:rowsHash", partition.Hash);
        if (partition is { From: { } from, To: { } to })
        {
            BomProperties.Write(json, "kiln:from", from);
            BomProperties.Write(json, "kiln:to", to);
        }
        json.End().End().End();
    }
}
