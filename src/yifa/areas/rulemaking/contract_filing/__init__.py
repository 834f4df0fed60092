"""The filing of contracts (合同备案) at the justice bureau that receives them."""
