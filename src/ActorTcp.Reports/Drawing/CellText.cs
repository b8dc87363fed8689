namespace ActorTcp.Reports;

/// <summary>A cell as it is read.</summary>
internal static class CellText
{
    public static string Of(Cell cell, Column column) => cell switch
    {
        { Number: { } number } => Quantity.Text(number, column.Unit),
        { Text: { } text } => text,
        _ => Quantity.None,
    };

    /// <summary>Columns of numbers stand to the right.</summary>
    public static bool IsNumeric(Table table, int column) => table.Rows.Any(row => row[column].Number is not null);
}
