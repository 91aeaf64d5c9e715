using Microsoft.ML.Data;

namespace Kiln.Host.Tests.Export;

/// <summary>A row with everything that is awkward about columns: blanks, non-ASCII and a step's own words in their names.</summary>
sealed class CustomerRow
{
    [ColumnName("Größe in mm")]
    public float Size { get; set; }

    [ColumnName("Score")]
    public float Income { get; set; }

    [ColumnName("MulNodeOutput")]
    public float Age { get; set; }

    [ColumnName("Add")]
    public float Active { get; set; }

    [ColumnName("Contract")]
    public string Contract { get; set; } = "";

    [ColumnName("支付 方式")]
    public string Payment { get; set; } = "";

    public bool Churned { get; set; }

    public float Price { get; set; }

    public string Species { get; set; } = "";
}
